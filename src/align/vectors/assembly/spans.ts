/** Products of sentences with others of their own side, and of the other side inside a corridor. */
import { floatAt, intAt, setFloat } from '../../assembly/arrays';
import { productUnit, tile } from './products';

/** The largest number of sentences of one side in a bead that has two sides (see search/bead-shapes.ts). */
const longestSpan = 7;

/**
 * Writes 1 / length of the sum of the sentences i..i+n-1 of one side to `inverse`, at `i * longestSpan + n - 1`; 0 past
 * the end. `within` has as much room; `out` has room for the products of two rows with sixteen.
 */
export function inverseSpans(
  rows: usize,
  stride: usize,
  count: i32,
  norms: usize,
  within: usize,
  inverse: usize,
  out: usize,
): void {
  memory.fill(inverse, 0, (<usize>(count * longestSpan)) << 3);
  // within[i * longestSpan + k]: raw product of sentence i with sentence i - k.
  for (let i = 0; i < count; i += 2) {
    const from = max(0, i - longestSpan + 1);
    const end = min(count, i + 2);
    const width = (end - from + 3) & ~3;
    tile(rows + <usize>i * stride, rows + <usize>from * stride, stride, 2, width, out);
    for (let r = i; r < end; r++) {
      const row = (r - i) * width - from;
      const norm = floatAt(norms, r);
      setFloat(within, r * longestSpan, norm * norm);
      for (let k = 1; k < longestSpan && r - k >= from; k++) {
        const own = <f64>intAt(out, row + r - k) * productUnit;
        setFloat(within, r * longestSpan + k, own * norm * floatAt(norms, r - k));
      }
    }
  }
  for (let i = 0; i < count; i++) {
    let square: f64 = 0;
    for (let n = 1; n <= longestSpan && i + n <= count; n++) {
      const last = (i + n - 1) * longestSpan;
      square += floatAt(within, last);
      for (let k = 1; k < n; k++) square += 2 * floatAt(within, last + k);
      setFloat(inverse, i * longestSpan + n - 1, square > 1e-12 ? 1 / Math.sqrt(square) : 0);
    }
  }
}

/** Where a band of products is written (see search/band.ts). */
@unmanaged
export class Band {
  stride: usize;
  rowsA: usize;
  rowsB: usize;
  countA: i32;
  /** First column of each row, one past the last, and where its sums begin. */
  first: usize;
  end: usize;
  offsets: usize;
  /** Lengths of the sentences' vectors, and 1 / length of spans of them. */
  normsA: usize;
  normsB: usize;
  spansA: usize;
  spansB: usize;
  /** The highest cosine of each sentence. */
  bestA: usize;
  bestB: usize;
  sums: usize;
  out: usize;
}

/**
 * Writes the running sums of the products of the sentences from..to-1 with those in their band to `sums`, and raises the
 * best cosines. `from` is even.
 */
export function addUpBand(band: Band, from: i32, to: i32): void {
  const base = intAt(band.offsets, from);
  for (let i = from; i < to; i += 2) {
    const last = min(band.countA - 1, i + 1);
    const start = intAt(band.first, i);
    const width = (intAt(band.end, last) - start + 3) & ~3;
    const x = band.rowsA + <usize>i * band.stride;
    const y = band.rowsB + <usize>start * band.stride;
    if (width > 0) tile(x, y, band.stride, 2, width, band.out);
    for (let r = i; r <= last; r++) {
      addUpRow(band, r, intAt(band.offsets, r) - base, (r - i) * width - start);
    }
  }
}

/** One row of them, to `at` in `sums`; the product with column j stands at `products + j` of `out`. */
function addUpRow(band: Band, r: i32, at: i32, products: i32): void {
  const norm = floatAt(band.normsA, r);
  const scale = floatAt(band.spansA, r * longestSpan);
  const end = intAt(band.end, r);
  let best = floatAt(band.bestA, r);
  let sum: f64 = 0;
  for (let j = intAt(band.first, r); j < end; j++) {
    setFloat(band.sums, at++, sum);
    const before = sum;
    sum += <f64>intAt(band.out, products + j) * productUnit * norm * floatAt(band.normsB, j);
    const cosine = (sum - before) * scale * floatAt(band.spansB, j * longestSpan);
    if (cosine > best) best = cosine;
    if (cosine > floatAt(band.bestB, j)) setFloat(band.bestB, j, cosine);
  }
  setFloat(band.sums, at, sum);
  setFloat(band.bestA, r, best);
}
