import type { Vectors } from '../../domain.js';
import { loadKernel, productUnit, quantise, rowBytes } from './kernel.js';

/** For every row of one side its most similar rows of the other side, best first. */
export interface NeighbourTable {
  /** Rows described. */
  readonly count: number;
  /** Neighbours a row: the k asked for, or the other side's size if that is smaller. */
  readonly k: number;
  /** count x k positions on the other side, -1 where there is none. */
  readonly index: Int32Array;
  /** count x k cosines, 0 where there is none. */
  readonly cosine: Float32Array;
}

/** The most similar rows in both directions. */
export interface Neighbours {
  readonly a: NeighbourTable;
  readonly b: NeighbourTable;
}

/** Rows are multiplied in tiles of this many. */
const tileRows = 64;
/**
 * Finds for every row of either side the `k` rows of the other side with the highest cosine.
 * Exact but for rounding to 16 bits (error under 1e-4), the lower position first among equals.
 *
 * Cost: a.count x b.count x dimension multiplications (about 10^10 a second), memory linear in the
 * rows: the matrix is visited in tiles and never held. Rows of zeros have no neighbours.
 */
export function nearestNeighbours(a: Vectors, b: Vectors, k: number): Neighbours {
  const forward = emptyTable(a.count, Math.min(k, b.count));
  const backward = emptyTable(b.count, Math.min(k, a.count));
  if (a.count === 0 || b.count === 0 || k <= 0) return { a: forward, b: backward };

  const stride = rowBytes(a.dimension);
  const rowsA = roundUp(a.count);
  const rowsB = roundUp(b.count);
  const outAt = (rowsA + rowsB) * stride;
  const kernel = loadKernel(outAt + tileRows * tileRows * 4);
  const buffer = kernel.memory.buffer;
  quantiseAll(a, new Int16Array(buffer, 0, (rowsA * stride) / 2), stride / 2);
  quantiseAll(b, new Int16Array(buffer, rowsA * stride, (rowsB * stride) / 2), stride / 2);
  const tile = new Int32Array(buffer, outAt, tileRows * tileRows);
  const zeroA = zeroRows(a);
  const zeroB = zeroRows(b);

  // Worst value kept so far; most products are below both and cost one comparison each.
  const floorA = new Float64Array(a.count).fill(-Infinity);
  const floorB = new Float64Array(b.count).fill(-Infinity);
  for (let i0 = 0; i0 < a.count; i0 += tileRows) {
    const iEnd = Math.min(a.count, i0 + tileRows);
    for (let j0 = 0; j0 < b.count; j0 += tileRows) {
      const jEnd = Math.min(b.count, j0 + tileRows);
      kernel.tile(i0 * stride, (rowsA + j0) * stride, stride, tileRows, tileRows, outAt);
      for (let i = i0; i < iEnd; i++) {
        if (zeroA[i]) continue;
        const row = (i - i0) * tileRows - j0;
        let floor = floorA[i]!;
        for (let j = j0; j < jEnd; j++) {
          const dot = tile[row + j]!;
          if (dot > floor && !zeroB[j]) {
            floor = insert(forward, i, j, dot * productUnit) / productUnit;
          }
          if (dot > floorB[j]! && !zeroB[j]) {
            floorB[j] = insert(backward, j, i, dot * productUnit) / productUnit;
          }
        }
        floorA[i] = floor;
      }
    }
  }
  clearMissing(forward);
  clearMissing(backward);
  return { a: forward, b: backward };
}

/** Puts a neighbour in its place; returns the row's new floor (its worst kept cosine). */
function insert(table: NeighbourTable, row: number, neighbour: number, cosine: number): number {
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

function emptyTable(count: number, k: number): NeighbourTable {
  return {
    count,
    k,
    index: new Int32Array(count * k).fill(-1),
    cosine: new Float32Array(count * k).fill(-Infinity),
  };
}

function clearMissing(table: NeighbourTable): void {
  for (let at = 0; at < table.index.length; at++) {
    if (table.index[at] === -1) table.cosine[at] = 0;
  }
}

function quantiseAll(vectors: Vectors, target: Int16Array, rowLength: number): void {
  const { count, dimension, units } = vectors;
  for (let row = 0; row < count; row++) {
    quantise(units, row * dimension, dimension, target, row * rowLength);
  }
}

function zeroRows(vectors: Vectors): Uint8Array {
  const zero = new Uint8Array(vectors.count);
  for (let row = 0; row < vectors.count; row++) zero[row] = vectors.norms[row] === 0 ? 1 : 0;
  return zero;
}

function roundUp(rows: number): number {
  return Math.ceil(rows / tileRows) * tileRows;
}
