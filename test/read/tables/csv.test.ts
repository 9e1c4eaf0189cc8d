import { describe, expect, test } from 'vitest';
import { csvLinks } from '../../../src/read/tables/csv.js';
import { tableText } from '../../../src/write/write-table.js';
import { smallTable } from '../../write/table-fixture.js';

const read = (text: string): (readonly number[])[][] =>
  csvLinks('f', text).map(({ sides }) => sides.map(({ sentences }) => sentences));

describe('a CSV of links', () => {
  test('has the letters of sources as columns', () => {
    expect(read('a,b\n3-4,5\n"6;8",7\n')).toEqual([
      [[3, 4], [5]],
      [[6, 8], [7]],
    ]);
    expect(csvLinks('f', 'note,"a",c\nx,1,2\n')).toEqual([
      {
        line: 2,
        sides: [
          { source: 0, sentences: [1] },
          { source: 2, sentences: [2] },
        ],
      },
    ]);
  });

  test('goes on after z with aa; id is no source', () => {
    const [link] = csvLinks('f', 'id,a_sentences,aa_sentences\n7,1,2\n');
    expect(link?.sides).toEqual([
      { source: 0, sentences: [1] },
      { source: 26, sentences: [2] },
    ]);
  });

  test('may be one that paralign wrote', async () => {
    const links = read(await tableText(smallTable(), 'csv'));
    expect(links.filter((sides) => sides.every(({ length }) => length > 0))).toEqual([
      [[1], [1]],
      [[3, 4], [2]],
    ]);
  });

  test('that was reviewed holds what was accepted or edited', () => {
    const csv = 'a_sentences,b_sentences,status\n1,1,accepted\n2,2,unreviewed\n3,3,rejected\n';
    expect(read(csv)).toEqual([[[1], [1]]]);
  });

  test.each([
    ['left,right\n1,2\n', /^f:1: the header does not have two columns such as a,b/],
    ['a,b\n1,2\n1,x\n', /^f:3: "x" is not a sentence number/],
    ['a,b\n"1,2\n', /^f:1: /],
  ])('%j is refused with the line', (text, message) => {
    expect(() => csvLinks('f', text)).toThrow(message);
  });
});
