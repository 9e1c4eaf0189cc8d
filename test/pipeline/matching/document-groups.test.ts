import { expect, test } from 'vitest';
import { groupPairs } from '../../../src/pipeline/matching/document-groups.js';

const pair = (x: number, a: number, y: number, b: number, probability: number) => ({
  sides: [x, y] as const,
  a,
  b,
  probability,
});

test('pairs between three sides join to one group', () => {
  const groups = groupPairs([pair(0, 1, 1, 5, 0.9), pair(1, 5, 2, 7, 0.8)], 3);
  expect(groups.map(({ members }) => members)).toEqual([[1, 5, 7]]);
});

test('a group has one document of each side: the likelier pair counts', () => {
  const groups = groupPairs(
    [pair(0, 1, 1, 5, 0.9), pair(0, 1, 2, 7, 0.6), pair(1, 5, 2, 8, 0.8)],
    3,
  );
  expect(groups.map(({ members }) => members)).toEqual([[1, 5, 8]]);
});
