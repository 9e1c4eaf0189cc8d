import { describe, expect, test } from 'vitest';
import { outputRecords, recordBatches } from '../../../src/write/records/records.js';
import { selectRecords } from '../../../src/write/records/select-records.js';
import { makeRow, makeSource, makeTable, smallTable } from '../table-fixture.js';
import type { Table } from '../../../src/domain.js';

async function idsOf(table: Table, ...selection: [{ pairsOnly?: boolean }, boolean?]) {
  const batches: number[][] = [];
  for await (const batch of selectRecords(recordBatches(outputRecords(table)), ...selection))
    batches.push(batch.map(({ id }) => id));
  return batches;
}

describe('selectRecords', () => {
  test('gives all records unless something else is asked for', async () => {
    expect(await idsOf(smallTable(), {})).toEqual([[1, 2, 3, 4]]);
  });

  test('keeps ids when unmatched sentences and noise are left out', async () => {
    expect(await idsOf(smallTable(), { pairsOnly: true })).toEqual([[1, 3]]);
  });

  test('gives no batch when nothing is wanted', async () => {
    const alone = makeTable(
      [makeSource('a', 'en', ['x']), makeSource('b', 'en', [])],
      [makeRow([[0], []])],
    );
    expect(await idsOf(alone, { pairsOnly: true })).toEqual([]);
  });

  test('two streams of one source are no pair where only sources are linked', async () => {
    const a = makeSource('a', 'en', ['x', 'y']);
    const [x, y] = a.sentences;
    if (!x || !y) throw new Error('fixture');
    const table = {
      sources: [a],
      streams: [
        { source: 0, language: 'en', sentences: [x] },
        { source: 0, language: 'es', sentences: [y] },
      ],
      alignments: [],
      rows: [makeRow([[0], [0]])],
    };
    expect(await idsOf(table, { pairsOnly: true })).toEqual([[1]]);
    expect(await idsOf(table, { pairsOnly: true }, true)).toEqual([]);
  });
});
