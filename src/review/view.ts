/** Which rows are shown, and in which order: filters and sorting, which never change the review. */
import {
  confidenceOf,
  doubtsOf,
  failsCheck,
  hasEmptySide,
  isOneToOne,
  needsReview,
} from './queue.js';
import { rowType } from './lookup.js';
import { isNoiseRow, noiseRows } from './noise.js';
import type { Review, ReviewRow } from './model.js';
import { contains, type Query } from './search.js';
import { readableText } from './text.js';

/** Filters that have a name. */
const filterNames = [
  'all',
  'doubtful',
  'unreviewed',
  'accepted',
  'rejected',
  'edited',
  'noted',
  'flagged',
  'alignment',
  'checks',
  'empty-side',
  'non-1-1',
  'crossing',
  'noise',
] as const;

/** A named filter. */
export type FilterName = (typeof filterNames)[number];

/** Which rows to show. */
export type Filter =
  | { readonly by: FilterName }
  | { readonly by: 'type'; readonly type: string }
  | { readonly by: 'confidence'; readonly from: number; readonly to: number }
  | { readonly by: 'text'; readonly query: Query };

/** `order`: as in the texts; `doubt`: the queue first, least certain first. */
export type Sorting = 'order' | 'doubt';

/** Shows everything. */
export const noFilter: Filter = { by: 'all' };

/** The filter in words, for the title line. */
export function describeFilter(filter: Filter): string {
  switch (filter.by) {
    case 'type':
      return `type ${filter.type}`;
    case 'confidence':
      return `confidence ${filter.from.toFixed(2)}-${filter.to.toFixed(2)}`;
    case 'text':
      return `"${filter.query.text}"`;
    default:
      return filter.by;
  }
}

/**
 * Parses a filter typed by the user: a name or the beginning of one, a type ("2-1"), a range of
 * confidence (".2-.6", "<.5", ">.9"); null if it is none of these.
 */
export function parseFilter(text: string): Filter | null {
  const word = text.trim().toLowerCase();
  const name = filterNames.find((known) => known.startsWith(word) && word !== '');
  if (name !== undefined) return { by: name };
  if (/^\d+(?:-\d+)+$/.test(word)) return { by: 'type', type: word };
  const range = /^([<>]?)\s*(\d+(?:\.\d+)?|\.\d+)(?:\s*(?:-|\.\.)\s*(\d+(?:\.\d+)?|\.\d+))?$/.exec(
    word,
  );
  if (range === null) return null;
  const first = Number(range[2]);
  if (range[1] === '<') return { by: 'confidence', from: 0, to: first };
  if (range[1] === '>') return { by: 'confidence', from: first, to: 1 };
  return range[3] === undefined ? null : { by: 'confidence', from: first, to: Number(range[3]) };
}

/** Whether a filter shows a row. */
export function passes(review: Review, row: ReviewRow, filter: Filter, threshold: number): boolean {
  switch (filter.by) {
    case 'all':
      return true;
    case 'doubtful':
      return needsReview(row, threshold);
    case 'alignment':
      return doubtsOf(row, threshold).alignment;
    case 'noted':
      return row.note !== '';
    case 'flagged':
      return row.flagged;
    case 'checks':
      return failsCheck(row);
    case 'empty-side':
      return hasEmptySide(row);
    case 'non-1-1':
      return !isOneToOne(row);
    case 'crossing':
      return row.crossing;
    case 'noise':
      return isNoiseRow(row);
    case 'type':
      return rowType(row) === filter.type;
    case 'confidence':
      return inRange(confidenceOf(row), filter.from, filter.to);
    case 'text':
      return matchesText(review, row, filter.query);
    default:
      return row.status === filter.by;
  }
}

function inRange(value: number | null, from: number, to: number): boolean {
  return value !== null && value >= from && value <= to;
}

/** Whether any column, or the note, matches the query. */
export function matchesText(review: Review, row: ReviewRow, query: Query): boolean {
  return (
    contains(row.note, query) ||
    row.cells.some(
      (cell, stream) => cell.length > 0 && contains(readableText(review, row, stream), query),
    )
  );
}

/** The rows to show, in their order. O(rows), text filters O(text). */
export function visibleRows(
  review: Review,
  filter: Filter,
  sorting: Sorting,
  threshold: number,
): readonly ReviewRow[] {
  // Noise is in no row of the review.
  if (filter.by === 'noise') return noiseRows(review);
  const rows =
    filter.by === 'all'
      ? review.rows
      : review.rows.filter((row) => passes(review, row, filter, threshold));
  if (sorting === 'order') return rows;
  // Equal rows keep the order of the texts (sort is stable).
  return [...rows].sort(
    (a, b) =>
      placeInQueue(a, threshold) - placeInQueue(b, threshold) ||
      (confidenceOf(a) ?? 0) - (confidenceOf(b) ?? 0),
  );
}

/**
 * Which part of the queue a row is in: first what a user marked, then doubtful alignments, then alignments that are sure
 * but fail a check, then what nobody doubts, then what is decided.
 */
function placeInQueue(row: ReviewRow, threshold: number): number {
  if (row.status !== 'unreviewed') return 4;
  if (row.doubt) return 0;
  const { alignment, translation } = doubtsOf(row, threshold);
  if (alignment) return 1;
  return translation ? 2 : 3;
}
