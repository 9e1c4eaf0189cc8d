/** Tables of the most similar rows of another side, and how they are filled. */
import type { Vectors } from '../../domain.js';

/** For each row of one side, its most similar rows of the other side, best first. */
export interface NeighbourTable {
  /** Number of rows. */
  readonly count: number;
  /** Neighbours per row: the requested k, or the other side's size if that is smaller. */
  readonly k: number;
  /** count x k positions on the other side, -1 if there is none. */
  readonly index: Int32Array;
  /** count x k cosines, 0 if there is none. */
  readonly cosine: Float32Array;
}

/** Inserts a neighbour in order; returns the row's new floor (its worst kept cosine). */
export function insert(
  table: NeighbourTable,
  row: number,
  neighbour: number,
  cosine: number,
): number {
  const { k, index, cosine: values } = table;
  const start = row * k;
  const last = start + k - 1;
  // Kept values are 32-bit: equal after rounding is equal, and the earlier row stays.
  if (Math.fround(cosine) <= values[last]!) return values[last]!;
  let at = last;
  while (at > start && values[at - 1]! < cosine) {
    values[at] = values[at - 1]!;
    index[at] = index[at - 1]!;
    at--;
  }
  values[at] = cosine;
  index[at] = neighbour;
  return values[last]!;
}

/** A table with room for `k` neighbours a row, and none yet. */
export function emptyTable(count: number, k: number): NeighbourTable {
  return {
    count,
    k,
    index: new Int32Array(count * k).fill(-1),
    cosine: new Float32Array(count * k).fill(-Infinity),
  };
}

/** Sets the cosines of missing neighbours to 0. */
export function clearMissing(table: NeighbourTable): void {
  for (let at = 0; at < table.index.length; at++) {
    if (table.index[at] === -1) table.cosine[at] = 0;
  }
}

/** Which rows are all zero: 1 for those. */
export function zeroRows(vectors: Vectors): Uint8Array {
  const zero = new Uint8Array(vectors.count);
  for (let row = 0; row < vectors.count; row++) zero[row] = vectors.norms[row] === 0 ? 1 : 0;
  return zero;
}
