import { describe, expect, test } from 'vitest';
import { fieldOf, readEditedTable } from '../../../src/read/tables/edited-table.js';

const read = (text: string) =>
  readEditedTable('e.csv', text).map((table) => ({
    lines: table.lines.map((line) => [
      line.line,
      fieldOf(table, line, 'id'),
      fieldOf(table, line, 'note'),
    ]),
    faults: table.faults,
  }));

describe('readEditedTable', () => {
  test.each([',', ';', '\t', '|', ':'])('separated by %j, with any line end', (d) => {
    const rows = ['id', '1', '2', '3'].map((id, i) => `${id}${d}${i === 0 ? 'note' : `n${i}`}`);
    for (const end of ['\n', '\r\n', '\r']) {
      expect(read(`\ufeff${rows.join(end)}`)[0]?.lines).toEqual([
        [2, '1', 'n1'],
        [3, '2', 'n2'],
        [4, '3', 'n3'],
      ]);
    }
  });

  test('lines are those of the file: texts with line breaks, empty lines, a sep= line', () => {
    const text = 'sep=;\r\n\r\n"ID";"Note"\r\n1;"a\r\nb"\r\n;\r\n\r\n2;"x ""y"""\r\n';
    expect(read(text)).toEqual([
      {
        lines: [
          [4, '1', 'a\nb'],
          [8, '2', 'x "y"'],
        ],
        faults: [],
      },
    ]);
  });

  test('a line with too many fields is a fault, one with too few has the rest missing', () => {
    const [found] = read('id,status,note\n1,accepted,a, b\n2\n3,accepted,c,,\n');
    expect(found?.lines).toEqual([
      [3, '2', undefined],
      [4, '3', 'c'],
    ]);
    expect(found?.faults).toMatchObject([{ line: 2, problem: /has 4 fields, and the header 3/ }]);
  });

  test('quotes beside tabs can be the text', () => {
    expect(read('id\tnote\n1\t"a"\n').map(({ lines }) => lines)).toEqual([
      [[2, '1', 'a']],
      [[2, '1', '"a"']],
    ]);
    expect(read('id\tnote\n1\t"a" b\n').map(({ lines }) => lines)).toEqual([[[2, '1', '"a" b']]]);
  });

  test.each([
    ['', 'e.csv:1: is empty'],
    ['a_text,note\n1,2\n', 'e.csv:1: the header has no column "id"'],
    ['id,score\n1,2\n', 'e.csv:1: the header has none of the columns status'],
    ['id,note,Note\n', 'e.csv:1: the column note appears twice'],
    ['\nid,note\n1,a\n2,"b\n3,c\n', /e\.csv:[45]: Quote Not Closed/],
    ['id,note\n1,a\n2,b"c"\n', 'e.csv:3: Invalid Opening Quote'],
  ])('%j can not be read', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  test('what is called as the members of objects are is no column', () => {
    expect(read('id,note,__proto__,constructor\n1,a,b,c\n')[0]?.lines).toEqual([[2, '1', 'a']]);
  });
});
