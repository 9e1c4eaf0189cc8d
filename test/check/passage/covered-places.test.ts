import { expect, test } from 'vitest';
import { CoveredPlaces } from '../../../src/check/passage/covered-places.js';

test.each([3, 100])('places between two are covered or not, with %i spans', (spans) => {
  const covered = new CoveredPlaces(10 * spans);
  for (let n = 0; n < spans; n++) covered.add({ start: 10 * n + 2, end: 10 * n + 5 });
  const last = 10 * (spans - 1);
  expect(covered.has(last, last + 2)).toBe(false);
  expect(covered.has(last, last + 3)).toBe(true);
  expect(covered.has(last + 3, last + 4)).toBe(true);
  expect(covered.has(last + 4, last + 9)).toBe(true);
  expect(covered.has(last + 5, last + 9)).toBe(false);
});
