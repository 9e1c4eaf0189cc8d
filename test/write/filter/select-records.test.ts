import { describe, expect, test } from 'vitest';
import {
  outputRecords,
  recordBatches,
  type OutputRecord,
} from '../../../src/write/records/records.js';
import { selectRecords } from '../../../src/write/filter/select-records.js';
import type { Selection } from '../../../src/write/filter/selection.js';
import { makeRow, makeSource, makeTable, smallTable } from '../table-fixture.js';
import type { Table } from '../../../src/domain.js';
import { describeDiagnostic, type Diagnostic } from '../../../src/diagnostics.js';
import { findFormat, formatNames, type FormatName } from '../../../src/write/formats.js';

async function selected(
  table: Table,
  selection: Selection,
  format: FormatName = 'csv',
  onDiagnostic?: (diagnostic: Diagnostic) => void,
) {
  const batches: (readonly OutputRecord[])[] = [];
  const records = recordBatches(outputRecords(table));
  for await (const batch of selectRecords(records, selection, findFormat(format), onDiagnostic))
    batches.push(batch);
  return batches;
}

async function idsOf(...given: Parameters<typeof selected>) {
  return (await selected(...given)).map((batch) => batch.map(({ id }) => id));
}

/** A pair that stands, a 2-1 that was rejected, a sentence alone. */
const reviewed = () =>
  makeTable(
    [
      makeSource('a', 'en', ['One.', 'Two.', 'Three.', 'Four.']),
      makeSource('b', 'es', ['X.', 'Y.']),
    ],
    [
      makeRow([[0], [0]], { status: 'accepted' }),
      makeRow([[1, 2], [1]], { status: 'rejected' }),
      makeRow([[3], []], { status: 'rejected' }),
    ],
  );

describe('selectRecords', () => {
  test('gives all records unless something else is asked for', async () => {
    expect(await idsOf(smallTable(), {})).toEqual([[1, 4, 2, 3]]);
  });

  test('keeps ids when unmatched sentences and noise are left out', async () => {
    expect(await idsOf(smallTable(), { pairsOnly: true })).toEqual([[1, 2]]);
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
    expect(await idsOf(table, { pairsOnly: true }, 'vecalign')).toEqual([]);
  });

  test('a rejected row is no pair in any format, unless asked for', async () => {
    for (const name of formatNames) {
      expect(await idsOf(reviewed(), { pairsOnly: true }, name)).toEqual([[1]]);
      expect(await idsOf(reviewed(), { pairsOnly: true, rejected: true }, name)).toEqual([[1, 2]]);
      const all = findFormat(name).pairsOnly === true ? [1, 2] : [1, 2, 3];
      expect(await idsOf(reviewed(), { rejected: true }, name)).toEqual([all]);
    }
  });

  test('a rejected row stands as it is where its status does, else sentence by sentence', async () => {
    const types = async (name: FormatName) =>
      (await selected(reviewed(), {}, name)).flat().map(({ type, score }) => [type, score > 0]);
    for (const name of ['csv', 'tsv', 'json', 'jsonl'] as const)
      expect(await types(name)).toEqual([
        ['1-1', true],
        ['2-1', true],
        ['1-0', false],
      ]);
    expect(await types('vecalign')).toEqual([
      ['1-1', true],
      ['1-0', false],
      ['1-0', false],
      ['0-1', false],
      ['1-0', false],
    ]);
  });

  test('says how many rows it changed or left out', async () => {
    const said = async (selection: Selection, name: FormatName) => {
      const diagnostics: Diagnostic[] = [];
      await selected(reviewed(), selection, name, (one) => diagnostics.push(one));
      return diagnostics.map(describeDiagnostic);
    };
    expect(await said({}, 'csv')).toEqual([]);
    expect(await said({}, 'vecalign')).toEqual(['1 rejected row is written as unaligned']);
    expect(await said({ pairsOnly: true }, 'csv')).toEqual([
      '1 rejected row is left out',
      '1 unpaired row is left out',
    ]);
    expect(await said({ rejected: true }, 'vecalign')).toEqual([]);
  });

  test('keeps the text that a reviewer wrote in one piece', async () => {
    const { rows, ...table } = reviewed();
    const edited = rows.map((row) => ({ ...row, edits: { 0: 'Two and three.' } }));
    const records = (await selected({ ...table, rows: edited }, {}, 'vecalign')).flat();
    expect(records.map(({ type }) => type)).toEqual(['1-1', '2-0', '0-1', '1-0']);
    expect(records[1]?.cells[0]?.text).toBe('Two and three.');
  });
});
