import { describe, expect, test } from 'vitest';
import { jsonLinks } from '../../../src/read/tables/json-lines.js';

describe('JSON lines of links', () => {
  test('name any two sources by their letters', () => {
    expect(jsonLinks('f', '{"a":[3,4],"c":5}\n{"B":["1-2"],"c":[2]}\n')).toEqual([
      {
        line: 1,
        sides: [
          { source: 0, sentences: [3, 4] },
          { source: 2, sentences: [5] },
        ],
      },
      {
        line: 2,
        sides: [
          { source: 1, sentences: [1, 2] },
          { source: 2, sentences: [2] },
        ],
      },
    ]);
  });

  test.each([
    ['{"a":[1],"b":[2]}\n{bad\n', /^f:2: /],
    ['{"abc":[1],"b":[2]}\n', /^f:1: "abc" is not the letter of a source/],
    ['{"a":[1.5],"b":[2]}\n', /^f:1: "1\.5" is not a sentence number/],
    ['7\n', /^f:1: not an object/],
  ])('%j is refused with the line', (text, message) => {
    expect(() => jsonLinks('f', text)).toThrow(message);
  });
});
