/** The list that is shown: rows, and runs of noise folded into one line. */
import type { PageRow } from '../../data/page-data.js';
import { isAside } from '../../data/row-facts.js';

/** A line of the list; rows by their index. */
export type Item =
  | { readonly kind: 'row'; readonly index: number }
  /** Rows from, to (half-open) are folded. */
  | { readonly kind: 'fold'; readonly from: number; readonly end: number };

/** A run of noise of this many rows or more is folded. */
const leastFolded = 1;

/**
 * The lines for the shown rows.
 * @param open the first rows of the folds that somebody opened
 */
export function listItems(
  rows: readonly PageRow[],
  shown: Uint8Array | null,
  foldNoise: boolean,
  open: ReadonlySet<number>,
): Item[] {
  const items: Item[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index];
    if (!row || (shown !== null && shown[index] === 0)) continue;
    if (!foldNoise || !isAside(row)) {
      items.push({ kind: 'row', index });
      continue;
    }
    let end = index;
    for (let next = rows[end]; next && isAside(next); next = rows[++end]);
    if (open.has(index) || end - index < leastFolded)
      for (let k = index; k < end; k++) items.push({ kind: 'row', index: k });
    else items.push({ kind: 'fold', from: index, end });
    index = end - 1;
  }
  return items;
}

/** The place of a row in the list; -1 if it is not there. Binary search. */
export function placeOf(items: readonly Item[], row: number): number {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (!item) return -1;
    const [from, end] = item.kind === 'row' ? [item.index, item.index + 1] : [item.from, item.end];
    if (row < from) high = middle - 1;
    else if (row >= end) low = middle + 1;
    else return item.kind === 'row' ? middle : -1;
  }
  return -1;
}
