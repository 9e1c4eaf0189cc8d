import { Copies, Layout } from '../../webassembly.js';
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

/** Rows whose sums are computed at a time, an even number. */
const rowsAtOnce = 512;

/** A band, and what is found while its products are at hand. */
export interface ComparedSides {
  readonly band: Band;
  /** Highest cosine of each sentence with a single sentence of the other side in the band. */
  readonly bestA: Float64Array;
  readonly bestB: Float64Array;
}

/**
 * Multiplies out what beads inside the corridor, and their neighbours, can touch.
 *
 * @param spansA 1 / length of spans of sentences: see `inverseSpans`
 */
export function makeBand(
  a: Side,
  b: Side,
  corridor: Corridor,
  store: ProductStore,
  spansA: Float64Array,
  spansB: Float64Array,
): ComparedSides {
  const { rows, columns, low, high } = corridor;
  const first = new Int32Array(rows);
  const end = new Int32Array(rows);
  const offsets = new Int32Array(rows + 1);
  for (let i = 0; i < rows; i++) {
    first[i] = Math.max(0, low[Math.max(0, i - largestBead)]! - 1);
    end[i] = Math.min(columns, high[Math.min(rows, i + largestBead + 1)]! + 1);
    offsets[i + 1] = offsets[i]! + end[i]! - first[i]! + 1;
  }
  const starts = Array.from({ length: Math.ceil(rows / rowsAtOnce) }, (_, k) => k * rowsAtOnce);
  const sizeFrom = (from: number): number =>
    offsets[Math.min(rows, from + rowsAtOnce)]! - offsets[from]!;
  const { kernel } = store;
  const layout = new Layout(store.end);
  const copies = new Copies(layout);
  const bestA = copies.add(new Float64Array(rows));
  const bestB = copies.add(new Float64Array(columns));
  const most = Math.max(0, ...starts.map(sizeFrom));
  const sumsAt = layout.reserve(most * Float64Array.BYTES_PER_ELEMENT);
  const table = copies.table(
    store.stride,
    store.rowAt(0, 0),
    store.rowAt(1, 0),
    rows,
    copies.add(first),
    copies.add(end),
    copies.add(offsets),
    copies.add(a.norms),
    copies.add(b.norms),
    copies.add(spansA),
    copies.add(spansB),
    bestA,
    bestB,
    sumsAt,
    store.outAt,
  );
  copies.write(kernel.memory);
  const { buffer } = kernel.memory;
  const sums = new Float64Array(offsets[rows]!);
  for (const from of starts) {
    kernel.addUpBand(table, from, Math.min(rows, from + rowsAtOnce));
    sums.set(new Float64Array(buffer, sumsAt, sizeFrom(from)), offsets[from]);
  }
  return {
    band: { first, end, offsets, sums },
    bestA: new Float64Array(buffer, bestA, rows).slice(),
    bestB: new Float64Array(buffer, bestB, columns).slice(),
  };
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
