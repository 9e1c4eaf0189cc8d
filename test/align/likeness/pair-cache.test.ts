import { expect, test } from 'vitest';
import { PairCache } from '../../../src/align/likeness/pair-cache.js';

test('a pair is computed once, and again only when another took its place', () => {
  let computed = 0;
  const cache = new PairCache(400, 5000, (i, j) => {
    computed++;
    return i * 10_000 + j;
  });
  expect(cache.get(3, 7)).toBe(30_007);
  expect(cache.get(3, 7)).toBe(30_007);
  expect(computed).toBe(1);
  let wrong = 0;
  for (let i = 0; i < 400; i++) {
    for (let j = 0; j < 5000; j++) wrong += cache.get(i, j) === i * 10_000 + j ? 0 : 1;
  }
  expect(wrong).toBe(0);
});
