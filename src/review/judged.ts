/** Qualities of a review's rows. */
import type { Table } from '../domain.js';
import { judgementOf, unjudged } from '../quality-faults.js';
import type { Review, ReviewRow } from './model.js';
import { rowNumber } from './lookup.js';

/** Whether any row of a review was judged. */
export function isJudged({ rows }: Pick<Review, 'rows'>): boolean {
  return rows.some(({ quality }) => quality !== undefined);
}

/** The review, its rows with the qualities that the rows of its table have. Decisions and history stay as they are. */
export function withQualities(review: Review, { rows }: Pick<Table, 'rows'>): Review {
  const found = new Map(rows.map((row) => [row.id, row]));
  return {
    ...review,
    rows: review.rows.map((row): ReviewRow => ({
      ...unjudged(row),
      ...judgementOf(found.get(rowNumber(row)) ?? {}),
    })),
  };
}
