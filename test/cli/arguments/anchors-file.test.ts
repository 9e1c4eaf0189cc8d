import { describe, expect, test } from 'vitest';
import { readAnchors } from '../../../src/cli/arguments/anchors-file.js';
import { AppError } from '../../../src/errors.js';
import { tableText } from '../../../src/write/write-table.js';
import { smallTable } from '../../write/table-fixture.js';

const read = (text: string, sources = 2) =>
  readAnchors('anchors', new TextEncoder().encode(text), sources);

describe('readAnchors', () => {
  test('reads plain lines', () => {
    expect(read('# known\n12:14\r\n\n3,4:5\n6-8:7\n9:\n')).toEqual([
      {
        a: 0,
        b: 1,
        links: [
          { a: [12], b: [14] },
          { a: [3, 4], b: [5] },
          { a: [6, 7, 8], b: [7] },
        ],
      },
    ]);
  });

  test('columns go on after z with aa, in JSON and in a CSV that paralign wrote', () => {
    const links = [{ a: 0, b: 26, links: [{ a: [1], b: [2] }] }];
    expect(read('{"a":1,"aa":2}\n', 27)).toEqual(links);
    expect(read('id,a_sentences,aa_sentences\n7,1,2\n', 27)).toEqual(links);
  });

  test('reads JSON lines between any two sources', () => {
    expect(read('{"a":[3,4],"c":5}\n{"b":[1],"c":[2]}\n', 3)).toEqual([
      { a: 0, b: 2, links: [{ a: [3, 4], b: [5] }] },
      { a: 1, b: 2, links: [{ a: [1], b: [2] }] },
    ]);
  });

  test('reads CSV with letters as columns', () => {
    expect(read('a,b\n3-4,5\n"6;8",7\n')).toEqual([
      {
        a: 0,
        b: 1,
        links: [
          { a: [3, 4], b: [5] },
          { a: [6, 8], b: [7] },
        ],
      },
    ]);
  });

  test('takes the pairs of a CSV that paralign wrote', async () => {
    const csv = await tableText(smallTable(), 'csv');
    expect(read(csv)).toEqual([
      {
        a: 0,
        b: 1,
        links: [
          { a: [1], b: [1] },
          { a: [3, 4], b: [2] },
        ],
      },
    ]);
  });

  test('of a reviewed CSV, takes only what was accepted or edited', () => {
    const csv = 'a_sentences,b_sentences,status\n1,1,accepted\n2,2,unreviewed\n3,3,rejected\n';
    expect(read(csv)[0]?.links).toEqual([{ a: [1], b: [1] }]);
  });

  test.each([
    ['1:2\nx:3\n', /^anchors:2: "x" is not a sentence number/],
    ['1:2:3\n', /^anchors:1: "1:2:3" is not like 12:14/],
    ['0:1\n', /^anchors:1: "0" is not a sentence number/],
    ['{"a":[1],"b":[2]}\n{bad\n', /^anchors:2: /],
    ['{"a":[1],"q":[2]}\n', /^anchors:1: there is no source "q"/],
    ['left,right\n1,2\n', /^anchors:1: the header has no two columns/],
  ])('%j is refused with the line', (text, message) => {
    expect(() => read(text)).toThrow(AppError);
    expect(() => read(text)).toThrow(message);
  });
});
