import { describe, expect, test } from 'vitest';
import { columnNames, recordTexts } from '../../../src/write/records/columns.js';
import { tableHead } from '../../../src/write/records/head.js';
import { outputRecords } from '../../../src/write/records/records.js';
import { makeRow, makeSource, makeTable } from '../table-fixture.js';

describe('the columns of csv and tsv', () => {
  test('go on after z with aa', () => {
    const sources = Array.from({ length: 27 }, (_, index) => makeSource(`s${index}`, 'en', ['x']));
    const names = columnNames(tableHead(makeTable(sources, [])));
    expect(names.indexOf('aa_source')).toBe(names.indexOf('z_end') + 1);
  });

  test('name the column of what a check found when there are more than two', () => {
    const sources = ['a', 'b', 'c'].map((name) => makeSource(name, 'en', ['x']));
    const side = (stream: number, values: string[]) => ({ stream, values, spans: [] });
    const checks = [{ code: 'number', a: side(0, ['3']), b: side(2, []) }] as const;
    const table = makeTable(sources, [makeRow([[0], [0], [0]], { checks })]);
    const head = tableHead(table);
    const [record] = outputRecords(table);
    const fields = record ? recordTexts(head, record, {}) : [];
    expect(fields).toHaveLength(columnNames(head).length);
    expect(fields[columnNames(head).indexOf('checks')]).toBe('number:a 3≠c ∅');
  });

  test('guard what a spreadsheet would run, names of files too, when asked', () => {
    const table = makeTable(
      [makeSource('=a.txt', 'en', ['x']), makeSource('b', 'en', ['+y'])],
      [makeRow([[0], [0]])],
    );
    const [record] = outputRecords(table);
    const fields = (spreadsheetSafe: boolean) =>
      record ? recordTexts(tableHead(table), record, { spreadsheetSafe }) : [];
    expect(fields(true)).toEqual(expect.arrayContaining(["'=a.txt", "'+y"]));
    expect(fields(false)).toEqual(expect.arrayContaining(['=a.txt', '+y']));
  });
});
