/** The queue: which rows need review, and the progress of the review. */
import type { Check } from '../domain.js';
import { filledCells } from './lookup.js';
import type { Review, ReviewRow } from './model.js';

/** Checks that put a row into the queue; the others are shown, but too often concern only style. */
const serious: ReadonlySet<Check['code']> = new Set(['number', 'date', 'unit', 'negation', 'name']);

/** Whether one of the checks that matter fails here. */
export function failsCheck(row: ReviewRow): boolean {
  return row.checks.some((check) => serious.has(check.code));
}

/**
 * How sure the aligner is of a row; null for a row linked by hand, which was never scored (old files
 * give it a confidence of 1).
 */
export function confidenceOf(row: ReviewRow): number | null {
  return row.method === 'manual' ? null : row.confidence;
}

/**
 * Whether a row was linked or its text edited by hand: the aligner's scores are then about something
 * else.
 */
export function isMadeByHand(row: ReviewRow): boolean {
  return row.method === 'manual' || Object.keys(row.edits).length > 0;
}

/** What is in doubt about a row without a decision: two questions, with separate answers. */
export interface Doubts {
  /**
   * Whether these sentences belong together: a user marked or changed the row, or the aligner is not sure
   * of it.
   */
  readonly alignment: boolean;
  /** Whether one says what the other does: a check that matters fails. */
  readonly translation: boolean;
}

/** What is in doubt about a row; nothing once it has a decision. */
export function doubtsOf(row: ReviewRow, threshold: number): Doubts {
  const isOpen = row.status === 'unreviewed';
  return {
    alignment: isOpen && (row.doubt || row.confidence < threshold || isMadeByHand(row)),
    translation: isOpen && failsCheck(row),
  };
}

/** Whether a row is in the queue: something about it is in doubt. */
export function needsReview(row: ReviewRow, threshold: number): boolean {
  const { alignment, translation } = doubtsOf(row, threshold);
  return alignment || translation;
}

/** Whether a failing check is all that puts a row into the queue. */
export function failsOnlyCheck(row: ReviewRow, threshold: number): boolean {
  const { alignment, translation } = doubtsOf(row, threshold);
  return translation && !alignment;
}

/** Whether a row is one sentence in every stream. */
export function isOneToOne(row: ReviewRow): boolean {
  return row.cells.every((cell) => cell.length === 1);
}

/** Whether at least one stream has nothing here. */
export function hasEmptySide(row: ReviewRow): boolean {
  return filledCells(row.cells) < row.cells.length;
}

/** The progress of the review. */
export interface Progress {
  readonly total: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly edited: number;
  readonly unreviewed: number;
  /** In the queue: more than the rows that summaries call doubtful, by the reviewer's own threshold. */
  readonly toReview: number;
  /** Those of them whose alignment nobody doubts: only a check fails. */
  readonly onlyChecks: number;
  readonly flagged: number;
}

const counted = new WeakMap<readonly ReviewRow[], Map<number, Progress>>();

/** Counts rows by decision; cached per list of rows. O(rows). */
export function progress(review: Review, threshold: number): Progress {
  const known = counted.get(review.rows)?.get(threshold);
  if (known !== undefined) return known;
  const count = {
    accepted: 0,
    rejected: 0,
    edited: 0,
    unreviewed: 0,
    toReview: 0,
    onlyChecks: 0,
    flagged: 0,
  };
  for (const row of review.rows) {
    count[row.status]++;
    if (needsReview(row, threshold)) count.toReview++;
    if (failsOnlyCheck(row, threshold)) count.onlyChecks++;
    if (row.flagged) count.flagged++;
  }
  const result = { total: review.rows.length, ...count };
  counted.set(review.rows, new Map([[threshold, result]]));
  return result;
}

/** How many rows of the queue are there for what, in words; empty if no check fails in it. */
export function describeQueue({ toReview, onlyChecks }: Progress): string {
  if (onlyChecks === 0) return '';
  const alignments = toReview - onlyChecks;
  return ` (${alignments} for the alignment, ${onlyChecks} for a check)`;
}

/** The next row, after or before `id` in `visible`, that satisfies `wanted`, wrapping round once. */
export function findRow(
  visible: readonly ReviewRow[],
  id: number,
  step: 1 | -1,
  wanted: (row: ReviewRow) => boolean,
): ReviewRow | undefined {
  const count = visible.length;
  const here = visible.findIndex((row) => row.id === id);
  const start = here < 0 ? (step === 1 ? -1 : count) : here;
  for (let distance = 1; distance <= count; distance++) {
    const row = visible[(((start + step * distance) % count) + count) % count];
    if (row !== undefined && row.id !== id && wanted(row)) return row;
  }
  return undefined;
}
