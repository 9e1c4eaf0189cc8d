import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, test } from 'vitest';
import { tableText, type WriteOptions } from '../../../src/write/write-table.js';
import { makeRow, makeSource, makeTable, smallTable } from '../table-fixture.js';
import { contractColumns } from './contract-columns.js';

const text = (table = smallTable(), options: WriteOptions = {}) => tableText(table, 'csv', options);

describe('csv', () => {
  test('has the columns of the contract first, in order', async () => {
    expect((await text()).split('\r\n')[0]?.startsWith(contractColumns)).toBe(true);
  });

  test('adds c_ columns after b_end for a third source', async () => {
    const table = makeTable(
      ['a', 'b', 'c'].map((name) => makeSource(name, 'en', ['x'])),
      [makeRow([[0], [0], [0]])],
    );
    expect((await text(table)).split('\r\n')[0]).toMatch(
      /b_end,c_source,c_language,c_text,c_sentences,c_paragraphs,c_start,c_end,type/,
    );
  });

  test('ends with the original of each text that a reviewer edited, whatever the rows', async () => {
    const { rows, ...table } = smallTable();
    const [, second] = rows;
    const edited = rows.map((row) =>
      row === second ? { ...row, edits: { 0: 'Three, four.' } } : row,
    );
    const csv = await text({ ...table, rows: edited });
    expect(csv.split('\r\n')[0]).toBe((await text()).split('\r\n')[0]);
    const read: Record<string, string>[] = parse(csv, { columns: true });
    expect(Object.keys(read[0] ?? {}).slice(-3)).toEqual(['a_original', 'b_original', 'edited']);
    expect(read.map((row) => row['a_original'])).toEqual(['', '', 'Three.\nFour.', '']);
    expect(read[2]).toMatchObject({ a_text: 'Three, four.', b_original: '' });
  });

  test.each([',', ';', '\t', ']', '^', '\\', '😀'])(
    'quotes as a library for CSV does, with %j between the columns',
    async (delimiter) => {
      const odd = [
        'a"b',
        'a,b;c',
        ' a ',
        'a\rb',
        'a\nb',
        'a\tb',
        'a]b^c\\d-e',
        '"',
        '😀',
        '😁',
        '',
      ];
      const table = makeTable(
        [makeSource('a', 'en', odd), makeSource('b', 'en', odd)],
        odd.map((_, index) => makeRow([[index], [index]])),
      );
      const written = await text(table, { delimiter });
      const rows: string[][] = parse(written, { delimiter });
      const format = { delimiter, record_delimiter: '\r\n', quoted_match: /[\r\n]/ };
      expect(written).toBe(stringify(rows, format));
      expect(rows.slice(1).map((row) => row[3])).toEqual(odd);
    },
  );

  test('guards originals as all texts', async () => {
    const table = makeTable(
      [makeSource('a', 'en', ['=1+1']), makeSource('b', 'en', ['x'])],
      [makeRow([[0], [0]], { edits: { 0: 'two' } })],
    );
    const read: Record<string, string>[] = parse(await text(table, { spreadsheetSafe: true }), {
      columns: true,
    });
    expect(read[0]?.['a_original']).toBe("'=1+1");
  });

  test('is RFC 4180: CRLF, doubled quotes, line breaks inside quotes', async () => {
    const csv = await text();
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv).toContain('"One, ""two""."');
    expect(csv).toContain('"Three.\nFour."');
    const rows: string[][] = parse(csv);
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });

  test('writes ranges, offsets, scores with four decimals and confidence with six', async () => {
    const rows: Record<string, string>[] = parse(await text(), { columns: true });
    expect(rows[2]).toMatchObject({
      id: '2',
      a_source: 'a.txt',
      a_sentences: '3-4',
      a_paragraphs: '3-4',
      a_start: '23',
      a_end: '35',
      b_sentences: '2',
      type: '2-1',
      score: '0.8313',
      confidence: '0.900000',
      status: 'unreviewed',
      crossing: 'no',
      flagged: 'no',
    });
    expect(rows[3]).toMatchObject({ b_source: '', b_text: '', b_start: '', type: '1-0' });
  });

  test('joins the ranges of separate runs by ;', async () => {
    const table = makeTable(
      [makeSource('a', 'en', ['x', 'y', 'z']), makeSource('b', 'en', ['w'])],
      [makeRow([[0, 2], [0]]), makeRow([[1], []])],
    );
    const [row]: Record<string, string>[] = parse(await text(table), { columns: true });
    expect(row).toMatchObject({ a_sentences: '1;3', a_start: '0;4', a_end: '1;5' });
  });

  test('takes another delimiter and a byte order mark when asked', async () => {
    const csv = await text(smallTable(), { delimiter: ';', bom: true });
    expect(csv.startsWith('\ufeffid;a_source;')).toBe(true);
    expect((await text()).startsWith('id,')).toBe(true);
  });

  const formulas = [
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\n=1',
  ];
  test.each(formulas)('guards %j only when spreadsheet-safe', async (formula) => {
    const table = makeTable(
      [makeSource('a', 'en', [formula]), makeSource('b', 'en', ['-'])],
      [makeRow([[0], [0]], { score: -0.25, note: '=note' })],
    );
    const read = async (options: WriteOptions): Promise<Record<string, string>> => {
      const rows: Record<string, string>[] = parse(await text(table, options), { columns: true });
      return rows[0] ?? {};
    };
    expect((await read({}))['a_text']).toBe(formula);
    expect((await read({ spreadsheetSafe: true }))['a_text']).toBe(`'${formula}`);
    expect((await read({ spreadsheetSafe: true }))['note']).toBe("'=note");
    expect((await read({ spreadsheetSafe: true }))['score']).toBe('-0.2500');
  });

  test('quotes a guarded cell when the delimiter is the guard itself', async () => {
    const table = makeTable(
      [makeSource('a', 'en', ['=1']), makeSource('b', 'en', ['x'])],
      [makeRow([[0], [0]])],
    );
    const csv = await text(table, { delimiter: "'", spreadsheetSafe: true });
    const [row]: Record<string, string>[] = parse(csv, { columns: true, delimiter: "'" });
    expect(row?.['a_text']).toBe("'=1");
  });
});
