import { describe, expect, test } from 'vitest';
import { parseLinks } from '../../../src/read/tables/parse-links.js';

/** Links as `1,2=3`. */
const linksOf = (text: string): string[] =>
  parseLinks('links', text).map(({ sides }) =>
    sides.map(({ source, sentences }) => `${source}:${sentences.join(',')}`).join(' = '),
  );

describe("hunalign's ladder", () => {
  test('links what is between two of its lines', () => {
    expect(linksOf('0\t0\t0.3\n1\t1\t0.72\n3\t2\t-0.3\n3\t3\t0\n4\t4\t0\n')).toEqual([
      '0:1 = 1:1',
      '0:2,3 = 1:2',
      '0:4 = 1:4',
    ]);
  });

  test('may be a part of one', () => {
    expect(linksOf('10\t12\t0.3\n11\t13\t0\n')).toEqual(['0:11 = 1:13']);
  });

  test.each([
    ['0\t0\t1\n2\t2\t1\n1\t3\t1\n', 'links:3: the ladder goes back'],
    ['0\t0\t1\n5000\t2\t1\n', 'links:2: more than 1000 sentences since the line before'],
    ['0\t0\t1\n3\t\t1\n', 'links:2: "3\t\t1" is not a line of a ladder, such as 12 14 0.5'],
  ])('%j is refused with its line', (text, message) => {
    expect(() => linksOf(text)).toThrow(message);
  });
});

describe("vecalign's beads", () => {
  test('are links of sentences counted from 0, but for those without a partner', () => {
    expect(linksOf('[0]:[0]:0.02\n[1, 2]:[1]:0.3\n[3]:[]:0.0\n[]:[2]\n[4]:[4,3]\n')).toEqual([
      '0:1 = 1:1',
      '0:2,3 = 1:2',
      '0:5 = 1:4,5',
    ]);
  });

  test('are refused with the line where they are none', () => {
    expect(() => linksOf('[0]:[0]:0.02\n[1]-[2]\n')).toThrow('links:2: "[1]-[2]" is not like');
  });
});
