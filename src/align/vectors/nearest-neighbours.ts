import type { Vectors } from '../../domain.js';
import { pickRows } from './pick-rows.js';
import { rowsBetween } from './rows-between.js';
import {
  clearMissing,
  emptyTable,
  insert,
  zeroRows,
  type NeighbourTable,
} from './neighbour-table.js';
import { loadKernel, productUnit, quantise, releaseKernel, rowBytes } from './kernel.js';

/** The most similar rows in both directions. */
export interface Neighbours {
  readonly a: NeighbourTable;
  readonly b: NeighbourTable;
}

/** Rows that are made at a time, where they are made when asked for. */
const rowsAtOnce = 4096;
/** Rows are multiplied in tiles of this many. */
const tileRows = 64;
/** Up to this many pairs, all are compared (about 10 s). */
const mostPairs = 1_000_000_000;

/**
 * Finds, for each row of either side, the `k` rows of the other side with the highest cosine. In
 * very long texts only rows near the same rows of a sample are compared, which avoids quadratic
 * time.
 *
 * @param most number of pairs of rows up to which all are compared
 */
export function nearestNeighbours(a: Vectors, b: Vectors, k: number, most = mostPairs): Neighbours {
  return a.count * b.count <= most ? compareAll(a, b, k) : compareNear(a, b, k);
}

/** Number of sampled rows that a row is filed under. */
const places = 2;
/**
 * Rows of one side that are compared with as many of the other at once; if there are more, only
 * those in the same part of the text are compared.
 */
const longestList = 2048;

/**
 * As `compareAll`, but compares only rows that share one of their nearest sampled rows, which finds
 * most near neighbours. O((a + b) x sample), where sample is the square root of the number of rows.
 */
function compareNear(a: Vectors, b: Vectors, k: number): Neighbours {
  const forward = emptyTable(a.count, Math.min(k, b.count));
  const backward = emptyTable(b.count, Math.min(k, a.count));
  const size = Math.ceil(Math.sqrt(Math.max(a.count, b.count)));
  const sample = pickRows(b, evenly(b.count, Math.min(size, b.count)));
  const listsA = fileUnder(a, sample);
  const listsB = fileUnder(b, sample);
  for (let place = 0; place < sample.count; place++) {
    const rowsA = listsA[place] ?? [];
    const rowsB = listsB[place] ?? [];
    const parts = Math.ceil(Math.max(rowsA.length, rowsB.length) / longestList);
    for (let part = 0; part < parts; part++) {
      const ownA = slicePart(rowsA, part, parts);
      const ownB = slicePart(rowsB, part, parts);
      const found = compareAll(pickRows(a, ownA), pickRows(b, ownB), k);
      merge(forward, found.a, ownA, ownB);
      merge(backward, found.b, ownB, ownA);
    }
  }
  clearMissing(forward);
  clearMissing(backward);
  return { a: forward, b: backward };
}

/** Evenly spaced numbers below `count`, ascending. */
export function evenly(count: number, size: number): number[] {
  return Array.from({ length: size }, (_, at) => Math.floor((at * count) / size));
}

/** The rows near each row of a sample, ascending. */
function fileUnder(vectors: Vectors, sample: Vectors): number[][] {
  const lists = Array.from({ length: sample.count }, (): number[] => []);
  const { k, index } = compareAll(vectors, sample, places).a;
  for (let row = 0; row < vectors.count; row++) {
    for (let n = 0; n < k; n++) lists[index[row * k + n] ?? -1]?.push(row);
  }
  return lists;
}

function slicePart(rows: readonly number[], part: number, parts: number): readonly number[] {
  const bound = (at: number): number => Math.floor((at * rows.length) / parts);
  return rows.slice(bound(part), bound(part + 1));
}

/** Copies the neighbours found among some rows into the table of all rows. */
function merge(
  table: NeighbourTable,
  found: NeighbourTable,
  rows: readonly number[],
  others: readonly number[],
): void {
  const { k, index } = table;
  rows.forEach((row, at) => {
    const known = index.subarray(row * k, (row + 1) * k);
    for (let n = 0; n < found.k; n++) {
      const other = others[found.index[at * found.k + n] ?? -1];
      if (other === undefined || known.includes(other)) continue;
      insert(table, row, other, found.cosine[at * found.k + n] ?? 0);
    }
  });
}

/**
 * Finds, for each row of either side, the `k` rows of the other side with the highest cosine. Exact
 * except for rounding to 16 bits (error under 1e-4); among equals, the lower position comes first.
 *
 * Cost: a.count x b.count x dimension multiplications (about 10^10 per second), memory linear in
 * the rows: the matrix is visited in tiles and never stored. Rows of zeros have no neighbours.
 */
function compareAll(a: Vectors, b: Vectors, k: number): Neighbours {
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
  releaseKernel(kernel);
  clearMissing(forward);
  clearMissing(backward);
  return { a: forward, b: backward };
}

function quantiseAll(vectors: Vectors, target: Int16Array, rowLength: number): void {
  const { count, dimension } = vectors;
  for (let from = 0; from < count; from += rowsAtOnce) {
    const to = Math.min(count, from + rowsAtOnce);
    const units = rowsBetween(vectors, from, to);
    for (let row = from; row < to; row++) {
      quantise(units, (row - from) * dimension, dimension, target, row * rowLength);
    }
  }
}

function roundUp(rows: number): number {
  return Math.ceil(rows / tileRows) * tileRows;
}
