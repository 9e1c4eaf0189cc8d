import { describe, expect, test } from 'vitest';
import { numberPairLinks } from '../../../src/read/tables/number-pairs.js';

const read = (text: string): (readonly number[])[][] =>
  numberPairLinks('f', text).map(({ sides }) => sides.map(({ sentences }) => sentences));

describe('lines of sentence numbers', () => {
  test('link one with one, several with one, or one with none', () => {
    expect(read('# known\n12:14\r\n\n3,4:5\n6-8:7\n')).toEqual([
      [[12], [14]],
      [[3, 4], [5]],
      [[6, 7, 8], [7]],
    ]);
    expect(read('9:\n')).toEqual([[[9], []]]);
  });

  test.each([
    ['1:2\nx:3\n', 'f:2: "x" is not a sentence number'],
    ['1:2:3\n', 'f:1: "1:2:3" is not a link like 12:14'],
    ['0:1\n', 'f:1: "0" is not a sentence number'],
    ['8-6:1\n', 'f:1: "8-6" is not a range'],
    ['1-9999999:1\n', 'f:1: "1-9999999" is not a range'],
  ])('%j is refused with the line', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
