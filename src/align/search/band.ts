import type { Corridor } from './corridor.js';
import type { ProductStore } from '../vectors/product-store.js';
import type { Side } from './side.js';
import { largestBead } from './bead-shapes.js';

/**
 * Sentence-by-sentence products of the two sides inside a corridor, as running sums along each row:
 * the product of two spans is a difference of two look-ups a row.
 */
export interface Band {
  /** First column held for each sentence row. */
  readonly first: Int32Array;
  /** One past the last column held. */
  readonly end: Int32Array;
  /** Where each row begins in `sums`; a row has `end - first + 1` entries. */
  readonly offsets: Int32Array;
  /** `sums[offsets[i] + j - first[i]]`: raw product of sentence i with all sentences first[i]..j-1. */
  readonly sums: Float64Array;
}

/** Multiplies out what beads inside the corridor, and their neighbours, can touch. */
export function makeBand(a: Side, b: Side, corridor: Corridor, store: ProductStore): Band {
  const { rows, columns, low, high } = corridor;
  const first = new Int32Array(rows);
  const end = new Int32Array(rows);
  const offsets = new Int32Array(rows + 1);
  for (let i = 0; i < rows; i++) {
    first[i] = Math.max(0, low[Math.max(0, i - largestBead)]! - 1);
    end[i] = Math.min(columns, high[Math.min(rows, i + largestBead + 1)]! + 1);
    offsets[i + 1] = offsets[i]! + end[i]! - first[i]! + 1;
  }
  const sums = new Float64Array(offsets[rows] ?? 0);
  for (let i = 0; i < rows; i += 2) {
    const last = Math.min(rows - 1, i + 1);
    const from = first[i]!;
    store.multiply(0, i, 1, from, end[last]!);
    for (let r = i; r <= last; r++) {
      const products = (r - i) * store.width - from;
      const norm = a.norms[r]!;
      let sum = 0;
      let at = offsets[r]!;
      for (let j = first[r]!; j < end[r]!; j++) {
        sums[at++] = sum;
        sum += store.products[products + j]! * norm * b.norms[j]!;
      }
      sums[at] = sum;
    }
  }
  return { first, end, offsets, sums };
}

/** Raw product of sentence i of the first side with the span j..j+m-1 of the second. */
export function rowProduct(band: Band, i: number, j: number, m: number): number {
  const at = band.offsets[i]! - band.first[i]! + j;
  return band.sums[at + m]! - band.sums[at]!;
}

/** Raw product of two spans; what lies outside the band counts nothing. */
export function spanProduct(band: Band, i: number, n: number, j: number, m: number): number {
  let product = 0;
  for (let r = i; r < i + n; r++) {
    const from = Math.max(j, band.first[r]!);
    const to = Math.min(j + m, band.end[r]!);
    if (from < to) product += rowProduct(band, r, from, to - from);
  }
  return product;
}
