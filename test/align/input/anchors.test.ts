import { describe, expect, test } from 'vitest';
import { isRun, planAnchors } from '../../../src/align/input/anchors.js';

describe('a plan of anchors', () => {
  test('takes the longest chain in order, and sets the rest aside', () => {
    const anchors = [
      { a: [0], b: [1] },
      { a: [4, 5], b: [7] },
      { a: [6], b: [3, 4] },
      { a: [8], b: [] },
      { a: [2], b: [6, 8] },
      { a: [7], b: [5] },
    ];
    const plan = planAnchors(anchors, 9, 9);
    expect(plan.chain).toEqual([anchors[0], anchors[2], anchors[5]]);
    expect(plan.aside).toEqual([anchors[1], anchors[3], anchors[4]]);
    expect([...plan.takenA].sort()).toEqual([2, 4, 5, 8]);
    expect([...plan.takenB].sort()).toEqual([6, 7, 8]);
  });

  test.each([
    [
      'a sentence that does not exist',
      [{ a: [3], b: [0] }],
      /sentence 4 of the first text, which has 3/,
    ],
    [
      'a sentence twice',
      [
        { a: [0], b: [1] },
        { a: [1], b: [1] },
      ],
      /two anchors name sentence 2 of the second/,
    ],
    ['half a sentence', [{ a: [0.5], b: [0] }], /sentence 1.5/],
  ])('refuses %s', (_, anchors, message) => {
    expect(() => planAnchors(anchors, 3, 3)).toThrow(message);
  });

  test.each([
    [[], false],
    [[3], true],
    [[3, 4, 5], true],
    [[3, 5], false],
    [[4, 3], false],
  ])('%j is a run: %s', (positions, expected) => {
    expect(isRun(positions)).toBe(expected);
  });
});
