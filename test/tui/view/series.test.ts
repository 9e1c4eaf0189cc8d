import { describe, expect, test } from 'vitest';
import { nextInSeries, skipReview, type Series } from '../../../src/tui/view/series.js';
import { simpleReview } from '../../review/fixture.js';
import { seriesOf } from '../series-fixture.js';

// Rows to review: 1, none, 2, none, 1.
const series = (at: number): Series =>
  seriesOf(
    [6, 3, 11, 2, 5].map((n) => simpleReview(n)),
    at,
  );
const next = (given: Series, step: 1 | -1, goal: 'doubt' | 'review' = 'doubt') =>
  nextInSeries(given, step, goal, 0.8);

describe('the next review', () => {
  test('with rows to review is searched in both directions, wrapping around', () => {
    expect([
      next(series(-1), 1),
      next(series(0), 1),
      next(series(2), 1),
      next(series(4), 1),
    ]).toEqual([0, 2, 4, 0]);
    expect([next(series(0), -1), next(series(4), -1), next(series(3), -1)]).toEqual([4, 2, 2]);
  });

  test('depends on the threshold in force', () => {
    expect(nextInSeries(series(0), 1, 'doubt', 0.99)).toBe(1);
    expect(nextInSeries(series(0), 1, 'doubt', 0.1)).toBeUndefined();
  });

  test('is undefined at either end if any review will do', () => {
    expect([next(series(0), 1, 'review'), next(series(3), -1, 'review')]).toEqual([1, 2]);
    expect([next(series(4), 1, 'review'), next(series(0), -1, 'review')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('is never a skipped one', () => {
    const without = skipReview(series(0), 2, 'locked');
    expect([next(without, 1), next(without, -1)]).toEqual([4, 4]);
    expect(next(skipReview(without, 1, 'broken'), 1, 'review')).toBe(3);
    expect(next(skipReview(skipReview(series(2), 0, ''), 4, ''), 1)).toBeUndefined();
  });
});
