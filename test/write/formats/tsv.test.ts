import { describe, expect, test } from 'vitest';
import { tableText, type WriteOptions } from '../../../src/write/write-table.js';
import { makeRow, makeSource, makeTable, smallTable } from '../table-fixture.js';
import { contractColumns } from './contract-columns.js';

const text = (table = smallTable(), options: WriteOptions = {}) => tableText(table, 'tsv', options);

describe('tsv', () => {
  test('is one line a row whatever the text holds', async () => {
    const table = makeTable(
      [makeSource('a', 'en', ['tab\there\r\nand "there"\u2028end']), makeSource('b', 'en', ['x'])],
      [makeRow([[0], [0]])],
    );
    const lines = (await text(table)).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('\ttab here and "there" end\t');
    expect(lines[0]?.split('\t')).toEqual([
      ...contractColumns.split(','),
      'crossing',
      'flagged',
      'a_original',
      'b_original',
      'edited',
    ]);
  });

  test('guards formulas when spreadsheet-safe', async () => {
    const table = makeTable(
      [makeSource('a', 'en', ['=1']), makeSource('b', 'en', ['x'])],
      [makeRow([[0], [0]])],
    );
    expect(await text(table, { spreadsheetSafe: true })).toContain("\t'=1\t");
  });
});
