import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/errors.js';
import { parseLinks } from '../../../src/read/tables/parse-links.js';

const pair = (line: number, a: number[], b: number[]) => ({
  line,
  sides: [
    { source: 0, sentences: a },
    { source: 1, sentences: b },
  ],
});

describe('parseLinks', () => {
  test.each([
    ['\ufeff# known\n\n12:14\n', [pair(3, [12], [14])]],
    ['# known\n{"a":[3,4],"b":5}\n', [pair(2, [3, 4], [5])]],
    ['a,b\n3-4,5\n', [pair(2, [3, 4], [5])]],
    ['', []],
  ])('tells the form of %j', (text, links) => {
    expect(parseLinks('anchors', text)).toEqual(links);
  });

  test('refuses what is none of them, with the line', () => {
    expect(() => parseLinks('anchors', 'left,right\n1,2\n')).toThrow(AppError);
    expect(() => parseLinks('anchors', 'left,right\n1,2\n')).toThrow(
      /^anchors:1: the header does not have two columns/,
    );
  });
});
