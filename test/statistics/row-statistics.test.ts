import { describe, expect, test } from 'vitest';
import { Histogram } from '../../src/statistics/histogram.js';
import { RowStatistics, TextCoverage } from '../../src/statistics/row-statistics.js';
import { tableHead } from '../../src/write/records/head.js';
import { outputRecords } from '../../src/write/records/records.js';
import type { Table } from '../../src/domain.js';
import { makeRow, makeSource, makeTable, smallTable } from '../write/table-fixture.js';

function count(table: Table) {
  const own = new RowStatistics();
  const texts = new TextCoverage(tableHead(table));
  for (const record of outputRecords(table)) {
    own.add(record);
    texts.add(record);
  }
  return { own, ...own.statistics(), texts: texts.texts() };
}

describe('the statistics of rows', () => {
  test('count pairs by type, and what is left: sentences alone, noise', () => {
    const { pairs, types, unmatched, noise, rows } = count(smallTable());
    expect({ pairs, types, unmatched, noise, rows }).toEqual({
      pairs: 2,
      types: { '1-1': 1, '2-1': 1 },
      unmatched: 1,
      noise: 1,
      rows: 4,
    });
  });

  const decided = () =>
    makeTable(
      [
        makeSource('a', 'en', ['One.', 'Two.', 'Three.']),
        makeSource('b', 'es', ['Uno.', 'Dos.', 'Tres.']),
      ],
      [
        makeRow([[0], [0]], { status: 'accepted', confidence: 0.3, quality: 0.95 }),
        makeRow([[1], [1]], { status: 'rejected', confidence: 0.9, quality: 0.1 }),
        makeRow([[2], [2]], { method: 'manual', confidence: 0, status: 'edited' }),
      ],
    );

  test('a rejected row is a decision, but no pair; what a person linked has no confidence', () => {
    const { pairs, unmatched, statuses, levels, confidence, quality } = count(decided());
    expect({ pairs, unmatched, statuses, levels }).toEqual({
      pairs: 2,
      unmatched: 2,
      statuses: { accepted: 1, edited: 1, rejected: 1 },
      levels: { sure: 0, fair: 0, doubtful: 1 },
    });
    expect(confidence).toMatchObject({ rows: 1, tenths: [0, 0, 0, 1, 0, 0, 0, 0, 0, 0] });
    expect(quality).toMatchObject({ rows: 1, mean: 0.95 });
  });

  test('there is no quality where nobody judged it', () => {
    expect(count(smallTable()).quality).toBeNull();
  });

  test('those of several files are added up', () => {
    const [one, two] = [count(smallTable()).own, count(decided()).own];
    one.addAll(two);
    expect(one.statistics()).toMatchObject({ rows: 7, pairs: 4, types: { '1-1': 3, '2-1': 1 } });
  });

  test('tell how much longer one text is than the other', () => {
    const texts = Array.from({ length: 20 }, () => 'abcdefghij');
    const table = makeTable(
      [
        makeSource('a', 'en', texts),
        makeSource(
          'b',
          'de',
          texts.map((text) => text + text),
        ),
      ],
      texts.map((_, n) => makeRow([[n], [n]])),
    );
    expect(count(table).lengthRatios).toEqual({ 'b/a': { rows: 20, low: 2, median: 2, high: 2 } });
  });
});

describe('how much of a text is in pairs', () => {
  test('is told by tenths where no headings are known', () => {
    const lines = Array.from({ length: 20 }, (_, n) => `Line ${n}.`);
    const table = makeTable(
      [makeSource('a', 'en', lines), makeSource('b', 'de', lines)],
      lines.map((_, n) => makeRow(n < 10 ? [[n], [n]] : [[n], []])),
    );
    const [a] = count(table).texts;
    expect(a).toMatchObject({ name: 'a', sentences: 20, paired: 10, languages: { en: 20 } });
    expect(a?.coverage.map(({ title, paired, sentences }) => [title, paired, sentences])).toEqual(
      Array.from({ length: 10 }, (_, n) => [`${n + 1}/10`, n < 5 ? 2 : 0, 2]),
    );
  });

  test('is told by chapters: the highest headings of which there are several', () => {
    const lines = ['Title', 'One', 'a.', 'b.', 'Two', 'c.', 'Part of two', 'd.', 'Three', 'e.'];
    const source = makeSource('a', 'en', lines);
    const levels: Readonly<Record<string, number>> = {
      Title: 1,
      One: 2,
      Two: 2,
      'Part of two': 3,
      Three: 2,
    };
    const paragraphs = source.paragraphs.map((own, index) => ({
      ...own,
      heading: levels[lines[index] ?? ''] ?? 0,
    }));
    const table = makeTable(
      [{ ...source, paragraphs }, makeSource('b', 'de', ['x.', 'y.'])],
      [...lines.keys()].map((n) => makeRow([[n], n === 2 ? [0] : n === 7 ? [1] : []])),
    );
    expect(count(table).texts[0]?.coverage).toEqual([
      { title: 'Title', sentences: 1, paired: 0 },
      { title: 'One', sentences: 3, paired: 1 },
      { title: 'Two', sentences: 4, paired: 1 },
      { title: 'Three', sentences: 2, paired: 0 },
    ]);
  });
});

test('a histogram knows its quantiles to the width of a bin, and no more than its ends', () => {
  const own = new Histogram(0, 1, 100);
  for (let n = 0; n < 1000; n++) own.add(n / 1000);
  expect(own.quantile(0.5)).toBeCloseTo(0.5, 1);
  own.add(-5);
  own.add(7);
  expect(own.quantile(0)).toBeCloseTo(0.005);
  expect(own.quantile(1)).toBeCloseTo(0.995);
  expect(new Histogram(0, 1, 2).quantile(0.5)).toBeNaN();
});
