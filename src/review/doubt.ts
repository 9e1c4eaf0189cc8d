/** What is kept of a review that is not open: its counts, and how much needs review. */
import type { Review } from './model.js';
import { failsCheck, isMadeByHand } from './queue.js';

/** Counts of a review from which its queue can be counted at any threshold. */
export interface ReviewCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly edited: number;
  /** Rows that need review whatever the threshold. */
  readonly certain: number;
  /** Confidences of the other rows without a decision, ascending. */
  readonly open: Float64Array;
}

/** Counts a review. O(rows log rows). */
export function countReview({ rows }: Pick<Review, 'rows'>): ReviewCounts {
  const counts = { accepted: 0, rejected: 0, edited: 0, unreviewed: 0 };
  let certain = 0;
  const open: number[] = [];
  for (const row of rows) {
    counts[row.status]++;
    if (row.status !== 'unreviewed') continue;
    if (row.doubt || failsCheck(row) || isMadeByHand(row)) certain++;
    else open.push(row.confidence);
  }
  const { accepted, rejected, edited } = counts;
  const sorted = Float64Array.from(open).sort();
  return { rows: rows.length, accepted, rejected, edited, certain, open: sorted };
}

/** How many rows need review: those for which `needsReview` says so. O(log rows). */
export function countToReview({ certain, open }: ReviewCounts, threshold: number): number {
  let [low, high] = [0, open.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((open[middle] ?? 1) < threshold) low = middle + 1;
    else high = middle;
  }
  return certain + low;
}
