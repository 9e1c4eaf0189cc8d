/** Several reviews, opened one after the other; one of them is open. */
import { countToReview, type ReviewCounts } from '../../review/doubt.js';

/** A review of a series. */
export interface SeriesReview {
  /** The name of its file. */
  readonly name: string;
  /** As of when the review was last read or closed. */
  readonly counts: ReviewCounts;
  /** Why it is skipped; null if it is not. */
  readonly skipped: string | null;
}

/** Reviews in the order in which they are opened. */
export interface Series {
  /** The folder's name, as typed. */
  readonly folder: string;
  readonly reviews: readonly SeriesReview[];
  /** Index of the open review; -1 before the first is opened. */
  readonly at: number;
}

/** Where to go in a series: to a review with rows to review, or to the adjacent one. */
export type SeriesGoal = 'doubt' | 'review';

/**
 * Index of the next review in a direction. With the goal `doubt`, the search wraps around but never
 * returns the review it starts from. Undefined if there is none.
 */
export function nextInSeries(
  { reviews, at }: Series,
  step: 1 | -1,
  goal: SeriesGoal,
  threshold: number,
): number | undefined {
  const count = reviews.length;
  for (let distance = 1; distance <= count; distance++) {
    const place = at + step * distance;
    if (goal === 'review' && (place < 0 || place >= count)) return undefined;
    const index = ((place % count) + count) % count;
    const review = reviews[index];
    if (review === undefined || review.skipped !== null || index === at) continue;
    if (goal === 'review' || countToReview(review.counts, threshold) > 0) return index;
  }
  return undefined;
}

/** The series with one review marked as skipped. */
export function skipReview(series: Series, index: number, reason: string): Series {
  const reviews = series.reviews.map((own, place) =>
    place === index ? { ...own, skipped: reason } : own,
  );
  return { ...series, reviews };
}
