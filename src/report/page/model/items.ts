/** The list that is shown: rows, and runs of noise folded into one line. Numbers, as there may be 50,000. */
import type { PageRow } from '../../data/page-data.js';
import { isAside } from '../../data/row-facts.js';

/** A line of the list. */
export type Item =
  | { readonly kind: 'row'; readonly index: number }
  /** Rows from, to (half-open) are folded. */
  | { readonly kind: 'fold'; readonly from: number; readonly end: number };

/** The lines of a list. */
export interface Items {
  readonly length: number;
  /** How many rows it has, folded ones among them. */
  readonly rows: number;
  /** The index of each line's row, or of the first row of a fold. */
  readonly first: Int32Array;
  /** Where folds end (half-open), by their first row. */
  readonly folds: ReadonlyMap<number, number>;
}

/**
 * The lines for the shown rows. Linear in the rows.
 * @param open the first rows of the folds that somebody opened
 */
export function listItems(
  rows: readonly PageRow[],
  shown: Uint8Array | null,
  foldNoise: boolean,
  open: ReadonlySet<number>,
): Items {
  const first = new Int32Array(rows.length);
  const folds = new Map<number, number>();
  let length = 0;
  let count = 0;
  let openTo = 0;
  const isShown = (index: number) => shown === null || shown[index] === 1;
  for (let index = 0; index < rows.length; index++) {
    if (!isShown(index)) continue;
    count++;
    first[length++] = index;
    if (!foldNoise || index < openTo || !asideAt(rows, index)) continue;
    let end = index + 1;
    while (end < rows.length && isShown(end) && asideAt(rows, end)) end++;
    if (open.has(index)) openTo = end;
    else {
      folds.set(index, end);
      count += end - index - 1;
      index = end - 1;
    }
  }
  return { length, rows: count, first: first.subarray(0, length), folds };
}

function asideAt(rows: readonly PageRow[], index: number): boolean {
  const row = rows[index];
  return row !== undefined && isAside(row);
}

/** A line of the list; undefined beyond its end. */
export function itemAt({ first, folds }: Items, place: number): Item | undefined {
  const index = first[place];
  if (index === undefined) return undefined;
  const end = folds.get(index);
  return end === undefined ? { kind: 'row', index } : { kind: 'fold', from: index, end };
}

/** The index of the row in a line; -1 for folds and beyond the end. */
export function rowAt({ first, folds }: Items, place: number): number {
  const index = first[place];
  return index === undefined || folds.has(index) ? -1 : index;
}

/** The line that a row is in, alone or folded; -1 if it is not there. Binary search. */
export function lineOf({ first, folds }: Items, row: number): number {
  let low = 0;
  let high = first.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const from = first[middle] ?? 0;
    if (row < from) high = middle - 1;
    else if (row >= (folds.get(from) ?? from + 1)) low = middle + 1;
    else return middle;
  }
  return -1;
}
