import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { tableText, type WriteOptions } from '../../../src/write/write-table.js';
import { makeRow, makeSource, makeTable, smallTable } from '../table-fixture.js';

const text = (table = smallTable(), options: WriteOptions = {}) =>
  tableText(table, 'vecalign', options);

describe('vecalign', () => {
  test('writes 0-based numbers of the source, every sentence once', async () => {
    expect(await text()).toBe('[0]:[0]:0.8313\n[1]:[]:0.0\n[2, 3]:[1]:0.8313\n[4]:[]:0.0\n');
  });

  test('leaves unaligned sentences out with pairsOnly', async () => {
    expect(await text(smallTable(), { pairsOnly: true })).toBe(
      '[0]:[0]:0.8313\n[2, 3]:[1]:0.8313\n',
    );
  });

  test('writes the sentences of a rejected row as unaligned, each once', async () => {
    const { rows, ...table } = smallTable();
    const [, second] = rows;
    const reviewed = rows.map((row) =>
      row === second ? { ...row, status: 'rejected' as const } : row,
    );
    expect(await text({ ...table, rows: reviewed })).toBe(
      '[0]:[0]:0.8313\n[1]:[]:0.0\n[2]:[]:0.0\n[3]:[]:0.0\n[]:[1]:0.0\n[4]:[]:0.0\n',
    );
    expect(await text({ ...table, rows: reviewed }, { pairsOnly: true })).toBe('[0]:[0]:0.8313\n');
    expect(await text({ ...table, rows: reviewed }, { pairsOnly: true, rejected: true })).toBe(
      '[0]:[0]:0.8313\n[2, 3]:[1]:0.8313\n',
    );
  });

  test('refuses three sources', async () => {
    const table = makeTable(
      ['a', 'b', 'c'].map((name) => makeSource(name, 'en', ['x'])),
      [],
    );
    await expect(text(table)).rejects.toThrow(AppError);
  });

  test('takes two streams of one source for unaligned, and with pairsOnly for no pair', async () => {
    const b = makeSource('b', 'en', ['y', 'z']);
    const [y, z] = b.sentences;
    if (!y || !z) throw new Error('fixture');
    const table = {
      sources: [makeSource('a', 'en', ['x']), b],
      streams: [
        { source: 0, language: 'en', sentences: makeSource('a', 'en', ['x']).sentences },
        { source: 1, language: 'en', sentences: [y] },
        { source: 1, language: 'es', sentences: [z] },
      ],
      alignments: [],
      rows: [makeRow([[0], [], []]), makeRow([[], [0], [0]])],
    };
    expect(await text(table)).toBe('[0]:[]:0.0\n[]:[0, 1]:0.0\n');
    expect(await text(table, { pairsOnly: true })).toBe('');
  });
});
