import { formatReview } from '../../src/review/file/format-review.js';
import type { ReviewContent } from '../../src/review/model.js';

/** The text of a review file. */
export function reviewText(review: ReviewContent): string {
  return [...formatReview(review)].join('');
}
