import { countReview } from '../../src/review/doubt.js';
import type { Review } from '../../src/review/model.js';
import type { Series } from '../../src/tui/view/series.js';

/** A series of reviews in a folder, `r0.paralign`, `r1.paralign` ..., one of them open. */
export function seriesOf(reviews: readonly Review[], at: number): Series {
  return {
    folder: 'out',
    at,
    reviews: reviews.map((review, index) => ({
      name: `r${index}.paralign`,
      counts: countReview(review),
      skipped: null,
    })),
  };
}
