import { expect, test } from 'vitest';
import { LineHeights } from '../../../src/report/page/rows/line-heights.js';

test('lines begin where those before them end, known or guessed', () => {
  const heights = new LineHeights(4, 10);
  heights.list(4, (place) => place);
  expect([0, 1, 4].map((place) => heights.offset(place))).toEqual([0, 10, 40]);
  expect(heights.set(1, 30)).toBe(20);
  expect(heights.set(1, 30.05)).toBe(0);
  expect([1, 2, 4, 9].map((place) => heights.offset(place))).toEqual([10, 40, 60, 60]);
  expect([-5, 0, 9, 10, 39, 40, 1000].map((height) => heights.placeAt(height))).toEqual([
    0, 0, 0, 1, 1, 2, 3,
  ]);
});

test('heights are remembered when the list changes', () => {
  const heights = new LineHeights(4, 10);
  heights.list(4, (place) => place);
  heights.set(3, 50);
  heights.list(2, (place) => place + 2);
  expect([0, 1, 2].map((place) => heights.offset(place))).toEqual([0, 10, 60]);
  heights.list(0, (place) => place);
  expect(heights.placeAt(100)).toBe(0);
});
