import { describe, expect, test } from 'vitest';
import type { Review } from '../../../src/review/model.js';
import { placeOf, selectedRow } from '../../../src/tui/view/selection.js';
import { simpleReview } from '../../review/fixture.js';
import { viewOf } from '../person.js';

const decided = (review: Review, count: number): Review => ({
  ...review,
  rows: review.rows.map((row, index) => (index < count ? { ...row, status: 'accepted' } : row)),
});

describe('a review starts', () => {
  test('on the first row that needs review', () => {
    expect(placeOf(viewOf(simpleReview(12)))).toBe(4);
  });

  test('or on the first undecided row, or on the first row', () => {
    expect(placeOf(viewOf(decided(simpleReview(4), 2)))).toBe(2);
    expect(placeOf(viewOf(decided(simpleReview(4), 4)))).toBe(0);
  });

  test('on no row if there are none', () => {
    expect(selectedRow(viewOf(simpleReview(0)))).toBeUndefined();
  });
});
