import { describe, expect, test } from 'vitest';
import type { Table } from '../../../src/domain.js';
import { describeDiagnostic } from '../../../src/diagnostics.js';
import { outputRecords } from '../../../src/write/records/records.js';
import { isNormal, Repeats } from '../../../src/write/filter/repeats.js';
import { splitName, splitNames, writeSplitTable } from '../../../src/write/split-table.js';
import { tableText, writeTable, type WriteOptions } from '../../../src/write/write-table.js';
import { makeRow, makeSource, makeTable } from '../table-fixture.js';

/** The ids of the rows that are written, and what is said of the others. */
async function kept(table: Table, options: WriteOptions) {
  const said: string[] = [];
  let text = '';
  for await (const { chunk } of writeTable(table, 'jsonl', options, (one) =>
    said.push(describeDiagnostic(one)),
  ))
    text += Buffer.from(chunk).toString('utf8');
  const ids = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { id: number }).id);
  return { ids, said };
}

/** Three languages, of which the third is not always there. */
const three = () =>
  makeTable(
    [
      makeSource('a', 'en-GB', ['One.', 'Two.', 'Three.']),
      makeSource('b', 'es', ['X.', 'Y.']),
      makeSource('c', 'no', ['Z.']),
    ],
    [makeRow([[0], [0], []]), makeRow([[1, 2], [], [0]]), makeRow([[], [1], []])],
  );

test('texts that are not normalized for a comparison would stay the same', () => {
  const plain: string[] = [];
  for (let unit = 0; unit <= 0xffff; unit++) {
    const text = String.fromCharCode(unit);
    if (!isNormal(text)) continue;
    expect(text.normalize('NFKC'), unit.toString(16)).toBe(text);
    plain.push(text);
  }
  const all = plain.join('');
  expect(all.normalize('NFKC')).toBe(all);
  expect([...plain].reverse().join('').normalize('NFKC')).toBe([...plain].reverse().join(''));
  expect(isNormal('Straße, naïve «Ёж» 東京')).toBe(true);
  expect(isNormal('e\u0301')).toBe(false);
});

describe('filters of all formats', () => {
  test('by type: the numbers of sentences', async () => {
    expect(await kept(three(), { types: ['1-1-0', '0-1-0'] })).toEqual({
      ids: [1, 3],
      said: ['1 row is left out because of the type'],
    });
  });

  test('by language: one of several, or all of a list; a language includes its regions', async () => {
    expect((await kept(three(), { languages: [['en']] })).ids).toEqual([1, 2]);
    expect((await kept(three(), { languages: [['en', 'es']] })).ids).toEqual([1]);
    expect((await kept(three(), { languages: [['es'], ['nb']] })).ids).toEqual([1, 2, 3]);
    expect(await kept(three(), { languages: [['en-US']] })).toEqual({
      ids: [],
      said: ['3 rows are left out because of the language'],
    });
  });

  const repeating = () => {
    const texts = ['Page 3.', 'Page 3.', 'PAGE  12.', 'Page 3.', 'Alone.', 'Alone.'];
    return makeTable(
      [makeSource('a', 'en', texts), makeSource('b', 'es', ['P.', 'P.', 'p.', 'Q.'])],
      [
        ...[0, 1, 2, 3].map((at) =>
          makeRow([[at], [at]], { confidence: at === 0 ? 0.4 : 0.95, method: 'parallel' }),
        ),
        makeRow([[4], []]),
        makeRow([[5], []]),
      ],
    );
  };

  test('by repeats: of equal pairs the first; texts without a partner are no repeats', async () => {
    expect(await kept(repeating(), { dedup: 'exact' })).toEqual({
      ids: [1, 3, 4, 5, 6],
      said: ['1 row is left out because the same pair comes before'],
    });
    expect((await kept(repeating(), { dedup: 'folded' })).ids).toEqual([1, 4, 5, 6]);
  });

  test('by repeats of either side, or of one', async () => {
    const by = async (dedupBy: 'either' | 'a' | 'b') =>
      (await kept(repeating(), { dedup: 'exact', dedupBy, pairsOnly: true })).ids;
    expect(await by('either')).toEqual([1, 3]);
    expect(await by('a')).toEqual([1, 3]);
    expect(await by('b')).toEqual([1, 3, 4]);
  });

  test('a pair that is left out as a repeat does not make others repeats', async () => {
    const table = makeTable(
      [makeSource('a', 'en', ['A.', 'A.', 'B.']), makeSource('b', 'es', ['P.', 'Q.', 'Q.'])],
      [makeRow([[0], [0]]), makeRow([[1], [1]]), makeRow([[2], [2]])],
    );
    expect((await kept(table, { dedup: 'exact', dedupBy: 'either' })).ids).toEqual([1, 3]);
  });

  test('by quality: what has none is kept', async () => {
    const table = makeTable(
      [makeSource('a', 'en', ['A.', 'B.', 'C.']), makeSource('b', 'es', ['P.', 'Q.'])],
      [
        makeRow([[0], [0]], { quality: 0.2 }),
        makeRow([[1], [1]], { quality: 0.7 }),
        makeRow([[2], []]),
      ],
    );
    expect(await kept(table, { minQuality: 0.5 })).toEqual({
      ids: [2, 3],
      said: ['1 row is left out because of the quality'],
    });
  });

  test('a pair that another filter leaves out does not make the next one a repeat', async () => {
    const { ids } = await kept(repeating(), {
      dedup: 'exact',
      minConfidence: 0.9,
      pairsOnly: true,
    });
    expect(ids).toEqual([2, 3, 4]);
  });

  test('a rejected pair does not make the next one a repeat', async () => {
    const table = makeTable(
      [makeSource('a', 'en', ['x', 'x']), makeSource('b', 'es', ['y', 'y'])],
      [makeRow([[0], [0]], { status: 'rejected' }), makeRow([[1], [1]])],
    );
    expect((await kept(table, { dedup: 'exact', pairsOnly: true })).ids).toEqual([2]);
  });

  test('tells hundreds of thousands of pairs apart in little time', () => {
    const [one] = outputRecords(
      makeTable(
        [makeSource('a', 'en', ['x']), makeSource('b', 'es', ['y'])],
        [makeRow([[0], [0]])],
      ),
    );
    const cell = one?.cells[0];
    if (!one || !cell) throw new Error('fixture');
    const repeats = new Repeats('exact');
    const count = 300_000;
    let found = 0;
    for (let at = 0; at < count; at++) {
      const text = `Sentence number ${at % (count / 2)}`;
      if (repeats.repeats({ ...one, cells: [{ ...cell, text }, cell] })) found++;
    }
    expect(found).toBe(count / 2);
  });
});

describe('an output divided by confidence', () => {
  const table = () =>
    makeTable(
      [makeSource('a', 'en', ['A', 'B', 'C', 'D']), makeSource('b', 'es', ['a', 'b', 'c', 'd'])],
      [
        makeRow([[0], [0]], { confidence: 0.95 }),
        makeRow([[1], [1]], { confidence: 0.5 }),
        makeRow([[2], [2]], { confidence: 0.5, status: 'accepted' }),
        makeRow([[3], [3]], { confidence: 0.95, status: 'rejected' }),
      ],
    );
  async function files(format: 'csv' | 'moses', ending: string) {
    const texts: Record<string, string> = {};
    for await (const { file, chunk } of writeSplitTable(table(), format, { splitAt: 0.9 }, ending))
      texts[file] = (texts[file] ?? '') + Buffer.from(chunk).toString('utf8');
    return texts;
  }

  test('has what is sure in one file and all else in the other; decisions outweigh confidence', async () => {
    const found = await files('csv', '.csv');
    const ids = (text = '') => [...text.matchAll(/^(\d+),/gm)].map(([, id]) => Number(id));
    expect(Object.keys(found)).toEqual(['.sure.csv', '.rest.csv']);
    expect(ids(found['.sure.csv'])).toEqual([1, 3]);
    expect(ids(found['.rest.csv'])).toEqual([2, 4]);
  });

  test('of a format of several files, has all of them twice', async () => {
    expect(await files('moses', '.moses')).toEqual({
      '.sure.moses.en': 'A\nC\n',
      '.sure.moses.es': 'a\nc\n',
      '.rest.moses.en': 'B\n',
      '.rest.moses.es': 'b\n',
    });
  });

  test('together, the files have every row', async () => {
    const whole = (await tableText(table(), 'csv')).split('\r\n');
    const found = await files('csv', '.csv');
    const rows = Object.values(found).flatMap((text) => text.split('\r\n').slice(1, -1));
    expect(rows.sort()).toEqual(whole.slice(1, -1).sort());
  });

  test('says once what the filters leave out', async () => {
    const said: string[] = [];
    const options = { splitAt: 0.9, statuses: ['unreviewed'] as const };
    for await (const _ of writeSplitTable(table(), 'csv', options, '.csv', (one) =>
      said.push(describeDiagnostic(one)),
    ));
    expect(said).toEqual(['2 rows are left out because of the status']);
  });

  test('may have what the filters leave out as one more, with the reasons', async () => {
    const said: string[] = [];
    const texts: Record<string, string> = {};
    const options = { leftOut: true, minConfidence: 0.9, dedup: 'exact' } as const;
    for await (const { file, chunk } of writeSplitTable(table(), 'csv', options, '.csv', (one) =>
      said.push(describeDiagnostic(one)),
    ))
      texts[file] = (texts[file] ?? '') + Buffer.from(chunk).toString('utf8');
    expect(Object.keys(texts)).toEqual(['.csv', '.left-out.csv']);
    const rows = (texts['.left-out.csv'] ?? '').split('\r\n');
    expect(rows[0]).toMatch(/,left_out$/);
    expect(rows.slice(1, -1).map((row) => /^(\d+),.*,(\w+)$/.exec(row)?.slice(1))).toEqual([
      ['2', 'confidence'],
      ['3', 'confidence'],
    ]);
    expect(texts['.csv']).not.toContain('left_out');
    expect(said).toEqual(['2 rows are left out because of the confidence']);
    expect(splitNames('x.csv', { leftOut: true })).toEqual(['x.csv', 'x.left-out.csv']);
    expect(splitNames('x.csv', { leftOut: true, splitAt: 0.5 })).toHaveLength(3);
  });

  test('divides the name before its ending', () => {
    expect(splitName('/x/book.csv')).toEqual({ base: '/x/book', ending: '.csv' });
    expect(splitName('/x.y/book')).toEqual({ base: '/x.y/book', ending: '' });
    expect(splitName('/x/.hidden')).toEqual({ base: '/x/.hidden', ending: '' });
  });
});
