import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { checkCodes, columnLetter, decimal, numberRanges } from '../../../src/write/records/cell-fields.js';
import { formatOfFile, writers } from '../../../src/write/formats.js';
import type { WriteOptions } from '../../../src/write/records/output-format.js';
import { makeRow, makeSource, makeTable, smallTable } from '../table-fixture.js';

const text = (format: keyof typeof writers, table = smallTable(), options: WriteOptions = {}) =>
  [...writers[format](table, options)].join('');

const contractColumns =
  'id,a_source,a_language,a_text,a_sentences,a_paragraphs,a_start,a_end,' +
  'b_source,b_language,b_text,b_sentences,b_paragraphs,b_start,b_end,' +
  'type,method,score,confidence,status,checks,note';

describe('csv', () => {
  test('has the columns of the contract first, in order', () => {
    expect(text('csv').split('\r\n')[0]?.startsWith(contractColumns)).toBe(true);
  });

  test('adds c_ columns after b_end for a third source', () => {
    const table = makeTable(
      ['a', 'b', 'c'].map((name) => makeSource(name, 'en', ['x'])),
      [makeRow([[0], [0], [0]])],
    );
    expect(text('csv', table).split('\r\n')[0]).toMatch(
      /b_end,c_source,c_language,c_text,c_sentences,c_paragraphs,c_start,c_end,type/,
    );
  });

  test('is RFC 4180: CRLF, doubled quotes, line breaks inside quotes', () => {
    const csv = text('csv');
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(csv).toContain('"One, ""two""."');
    expect(csv).toContain('"Three.\nFour."');
    const rows: string[][] = parse(csv);
    expect(rows).toHaveLength(5);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });

  test('writes ranges, offsets and four decimals', () => {
    const rows: Record<string, string>[] = parse(text('csv'), { columns: true });
    expect(rows[2]).toMatchObject({
      id: '3',
      a_source: 'a.txt',
      a_sentences: '3-4',
      a_paragraphs: '3-4',
      a_start: '23',
      a_end: '35',
      b_sentences: '2',
      type: '2-1',
      score: '0.8313',
      confidence: '0.9000',
      status: 'unreviewed',
      crossing: 'no',
      flagged: 'no',
    });
    expect(rows[3]).toMatchObject({ b_source: '', b_text: '', b_start: '', type: '1-0' });
  });

  test('joins the ranges of separate runs by ;', () => {
    const table = makeTable(
      [makeSource('a', 'en', ['x', 'y', 'z']), makeSource('b', 'en', ['w'])],
      [makeRow([[0, 2], [0]]), makeRow([[1], []])],
    );
    const [row]: Record<string, string>[] = parse(text('csv', table), { columns: true });
    expect(row).toMatchObject({ a_sentences: '1;3', a_start: '0;4', a_end: '1;5' });
  });

  test('takes another delimiter and a byte order mark when asked', () => {
    const csv = text('csv', smallTable(), { delimiter: ';', bom: true });
    expect(csv.startsWith('\ufeffid;a_source;')).toBe(true);
    expect(text('csv').startsWith('id,')).toBe(true);
  });

  const formulas = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠x'];
  test.each(formulas)('guards %j only when spreadsheet-safe', (formula) => {
    const table = makeTable(
      [makeSource('a', 'en', [formula]), makeSource('b', 'en', ['-'])],
      [makeRow([[0], [0]], { score: -0.25, note: '=note' })],
    );
    const read = (options: WriteOptions): Record<string, string> => {
      const rows: Record<string, string>[] = parse(text('csv', table, options), { columns: true });
      return rows[0] ?? {};
    };
    expect(read({})['a_text']).toBe(formula);
    expect(read({ spreadsheetSafe: true })['a_text']).toBe(`'${formula}`);
    expect(read({ spreadsheetSafe: true })['note']).toBe("'=note");
    expect(read({ spreadsheetSafe: true })['score']).toBe('-0.2500');
  });
});

describe('tsv', () => {
  test('is one line a row whatever the text holds', () => {
    const table = makeTable(
      [makeSource('a', 'en', ['tab\there\r\nand "there"\u2028end']), makeSource('b', 'en', ['x'])],
      [makeRow([[0], [0]])],
    );
    const lines = text('tsv', table).split('\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain('\ttab here and "there" end\t');
    expect(lines[0]?.split('\t')).toEqual([...contractColumns.split(','), 'crossing', 'flagged']);
  });

  test('guards formulas when spreadsheet-safe', () => {
    const table = makeTable(
      [makeSource('a', 'en', ['=1']), makeSource('b', 'en', ['x'])],
      [makeRow([[0], [0]])],
    );
    expect(text('tsv', table, { spreadsheetSafe: true })).toContain("\t'=1\t");
  });
});

describe('json and jsonl', () => {
  test('hold the same rows, with spans that give the text back', () => {
    const table = smallTable();
    const document = JSON.parse(text('json', table)) as {
      format: string;
      version: number;
      sources: { name: string }[];
      rows: { cells: ({ text: string; spans: [number, number][] } | null)[] }[];
    };
    expect(document).toMatchObject({ format: 'paralign', version: 1 });
    expect(document.sources.map(({ name }) => name)).toEqual(['a.txt', 'b.txt']);
    const lines = text('jsonl', table).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(document.rows);
    for (const { cells } of document.rows)
      cells.forEach((cell, source) => {
        const [span] = cell?.spans ?? [];
        if (cell && span)
          expect(table.sources[source]?.text.slice(span[0], span[1])).toBe(cell.text);
      });
  });
});

describe('vecalign', () => {
  test('writes 0-based numbers of the source, every sentence once', () => {
    expect(text('vecalign')).toBe('[0]:[0]:0.8313\n[1]:[]:0.0\n[2, 3]:[1]:0.8313\n[4]:[]:0.0\n');
  });

  test('leaves unaligned sentences out with pairsOnly', () => {
    expect(text('vecalign', smallTable(), { pairsOnly: true })).toBe(
      '[0]:[0]:0.8313\n[2, 3]:[1]:0.8313\n',
    );
  });

  test('refuses three sources', () => {
    const table = makeTable(
      ['a', 'b', 'c'].map((name) => makeSource(name, 'en', ['x'])),
      [],
    );
    expect(() => text('vecalign', table)).toThrow(AppError);
  });
});

describe('fields', () => {
  test.each([
    [[], ''],
    [[4], '4'],
    [[4, 5], '4-5'],
    [[4, 5, 9, 10, 12], '4-5;9-10;12'],
    [[3, 3, 4], '3-4'],
  ])('numbers %j are written %j', (numbers, ranges) => {
    expect(numberRanges(numbers)).toBe(ranges);
  });

  test.each([
    [0, 'a'],
    [25, 'z'],
    [26, 'aa'],
    [27, 'ab'],
  ])('column %i is called %s', (index, letter) => {
    expect(columnLetter(index)).toBe(letter);
  });

  test('decimals have four places and no negative zero', () => {
    expect([0.83125, -0.00001, 1, -0.5].map(decimal)).toEqual([
      '0.8313',
      '0.0000',
      '1.0000',
      '-0.5000',
    ]);
  });

  test('checks are short codes whose values cannot break them', () => {
    const side = (stream: number, values: string[]) => ({ stream, values, spans: [] });
    const checks = [
      { code: 'number', a: side(0, ['3']), b: side(1, ['5', '6']) },
      { code: 'name', a: side(0, ['A;B ≠']), b: side(1, []) },
    ] as const;
    expect(checkCodes(checks)).toBe('number:3≠5,6; name:A B≠∅');
    expect(checkCodes(checks.slice(0, 1), (stream) => 'ab'[stream] ?? '?')).toBe(
      'number:a 3≠b 5,6',
    );
  });

  test.each([
    ['x.csv', 'csv'],
    ['dir.json/x.TSV', 'tsv'],
    ['x.vecalign', 'vecalign'],
    ['x.txt', undefined],
    ['csv', undefined],
  ])('the ending of %s names the format %s', (path, format) => {
    expect(formatOfFile(path)).toBe(format);
  });
});
