/** Several reviews that are gone through one after the other; one of them is open. */
import { countToReview, type ReviewCounts } from '../../review/doubt.js';

/** A review of a series. */
export interface SeriesReview {
  /** Its file's name. */
  readonly name: string;
  /** As they were when it was last looked at or closed. */
  readonly counts: ReviewCounts;
  /** Why it is passed over; null when it is not. */
  readonly skipped: string | null;
}

/** Reviews in the order in which they are gone through. */
export interface Series {
  /** The folder's name, as typed. */
  readonly folder: string;
  readonly reviews: readonly SeriesReview[];
  /** Index of the one that is open; -1 before the first. */
  readonly at: number;
}

/** Where to go in a series: to a review with rows to review, or to the one beside this one. */
export type SeriesGoal = 'doubt' | 'review';

/**
 * Index of the next review in a direction. The search for doubt goes round, but never to the review
 * it starts from. Undefined when there is none.
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

/** The series with a review passed over. */
export function skipReview(series: Series, index: number, reason: string): Series {
  const reviews = series.reviews.map((own, place) =>
    place === index ? { ...own, skipped: reason } : own,
  );
  return { ...series, reviews };
}
