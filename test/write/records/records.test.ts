import { describe, expect, test } from 'vitest';
import { columnCount } from '../../../src/write/records/head.js';
import { outputRecords } from '../../../src/write/records/records.js';
import { makeRow, makeSource, makeTable, smallTable } from '../table-fixture.js';

describe('outputRecords', () => {
  test('has every sentence of every source exactly once, noise where it stands', () => {
    const records = [...outputRecords(smallTable())];
    expect(records.map(({ id, type, method }) => [id, type, method])).toEqual([
      [1, '1-1', 'parallel'],
      [4, '1-0', 'noise'],
      [2, '2-1', 'parallel'],
      [3, '1-0', 'parallel'],
    ]);
    const seen = records.flatMap(({ cells }) =>
      cells.flatMap((cell) => cell?.sentences.map(({ number }) => [cell.source, number]) ?? []),
    );
    expect(seen.sort()).toEqual([
      [0, 1],
      [0, 2],
      [0, 3],
      [0, 4],
      [0, 5],
      [1, 1],
      [1, 2],
    ]);
    expect(records[1]?.note).toBe('boilerplate');
  });

  test('gives the exact slice of the source for neighbouring sentences', () => {
    const table = smallTable();
    const cell = [...outputRecords(table)][2]?.cells[0];
    expect(cell?.text).toBe('Three.\nFour.');
    expect(cell?.spans).toHaveLength(1);
    const [span] = cell?.spans ?? [];
    expect(table.sources[0]?.text.slice(span?.start, span?.end)).toBe(cell?.text);
  });

  test('joins separate runs by a blank, in Chinese by nothing', () => {
    for (const [language, joined] of [
      ['en', 'x z'],
      ['zh', 'xz'],
      ['zh-Hant', 'xz'],
      ['ja', 'xz'],
      ['ko', 'x z'],
    ] as const) {
      const source = makeSource('a', language, ['x', 'y', 'z']);
      const table = makeTable(
        [source, makeSource('b', 'en', ['w'])],
        [makeRow([[0, 2], [0]]), makeRow([[1], []])],
      );
      expect([...outputRecords(table)][0]?.cells[0]?.text).toBe(joined);
    }
  });

  test('does not take sentences on both sides of a noise sentence for neighbours', () => {
    const table = makeTable(
      [makeSource('a', 'en', ['x', 'ad|noise', 'z']), makeSource('b', 'en', ['w'])],
      [makeRow([[0, 1], [0]])],
    );
    const record = [...outputRecords(table)][0];
    expect(record?.cells[0]?.spans).toHaveLength(2);
    expect(record?.cells[0]?.text).toBe('x z');
  });

  test('puts two streams of a single source into the columns a and b', () => {
    const source = makeSource('both.txt', 'en', ['x', 'y']);
    const [first, second] = source.sentences;
    if (!first || !second) throw new Error('fixture');
    const table = {
      sources: [source],
      streams: [
        { source: 0, language: 'en', sentences: [first] },
        { source: 0, language: 'es', sentences: [{ ...second, language: 'es' }] },
      ],
      alignments: [],
      rows: [makeRow([[0], []]), makeRow([[], [0]])],
    };
    expect(columnCount(table)).toBe(2);
    expect([...outputRecords(table)].map(({ type }) => type)).toEqual(['1-0', '0-1']);
    const pair = [...outputRecords({ ...table, rows: [makeRow([[0], [0]])] })];
    expect(pair.map(({ cells }) => cells.map((cell) => cell?.language))).toEqual([['en', 'es']]);
  });

  test('shows two streams of one of several sources side by side', () => {
    const a = makeSource('a', 'en', ['x']);
    const b = makeSource('b', 'en', ['y', 'z']);
    const [y, z] = b.sentences;
    if (!y || !z) throw new Error('fixture');
    const table = {
      sources: [a, b],
      streams: [
        { source: 0, language: 'en', sentences: a.sentences },
        { source: 1, language: 'en', sentences: [y] },
        { source: 1, language: 'es', sentences: [z] },
      ],
      alignments: [],
      rows: [makeRow([[0], [], []]), makeRow([[], [0], [0]])],
    };
    const cells = [...outputRecords(table)].map((record) =>
      record.cells.map((cell) => (cell ? `${cell.source}${cell.language}` : '')),
    );
    expect(cells).toEqual([
      ['0en', ''],
      ['1en', '1es'],
    ]);
  });

  test('lists sentences that no stream holds as excluded', () => {
    const table = smallTable();
    const streams = [table.streams[0], { source: 1, language: 'es', sentences: [] }].flatMap(
      (stream) => stream ?? [],
    );
    const rows = [makeRow([[0, 1, 2, 3], []])];
    const records = [...outputRecords({ ...table, streams, rows })];
    expect(records.filter(({ method }) => method === 'excluded')).toHaveLength(2);
  });

  test("shows a reviewer's text where there is one", () => {
    const table = smallTable();
    const rows = [makeRow([[0], [0]], { edits: { 1: 'Uno y dos.' }, status: 'edited' })];
    const [record] = outputRecords({ ...table, rows });
    expect(record?.cells[1]?.text).toBe('Uno y dos.');
    expect(record?.status).toBe('edited');
  });
});
