/** The series as it is now, including the decisions made in the open review. */
import { countReview, countToReview } from '../../review/doubt.js';
import { progress } from '../../review/queue.js';
import type { Series } from './series.js';
import type { View } from './view-state.js';

/** The series of a view, with up-to-date counts for the open review. */
export function presentSeries({ series, review }: View): Series | null {
  if (series === null) return null;
  const reviews = series.reviews.map((own, place) =>
    place === series.at ? { ...own, counts: countReview(review) } : own,
  );
  return { ...series, reviews };
}

/** How many rows are left to review in total; skipped reviews don't count. */
export function toReviewInAll(view: View): number {
  const { series, review, threshold } = view;
  const here = progress(review, threshold).toReview;
  return (series?.reviews ?? []).reduce(
    (sum, { counts, skipped }, index) =>
      skipped !== null || index === series?.at ? sum : sum + countToReview(counts, threshold),
    here,
  );
}

/** `3 of 12 reviews, 41 to review`; empty for a review outside a series. */
export function standing(view: View): string {
  const { series } = view;
  if (series === null) return '';
  const open = series.reviews.filter(
    ({ skipped }, index) => skipped === null || index === series.at,
  );
  const here = series.reviews[series.at];
  const place = here === undefined ? 0 : open.indexOf(here) + 1;
  return `${place} of ${open.length} ${open.length === 1 ? 'review' : 'reviews'}, ${toReviewInAll(view)} to review`;
}
