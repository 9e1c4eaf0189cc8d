import { largestSide, type Vectors } from '../../domain.js';
import { NumberMap } from '../numeric/number-map.js';

/** The largest number of sentences on one side of a bead in comparable mode. */
export const longestSpan = largestSide;

/** Cosines of any two spans of neighbouring sentences, computed on demand and cached. */
export interface Spans {
  readonly countA: number;
  readonly countB: number;
  /** Cosine of a's sentences i..i+n-1 with b's j..j+m-1, n and m at most `longestSpan`. */
  cosine(i: number, n: number, j: number, m: number): number;
  /** Cosine of two sentences. */
  pair(i: number, j: number): number;
}

/** Up to this many cells the matrix of products is an array, beyond it a table of the products used. */
const mostCells = 4_000_000;

/**
 * A span's vector is the sum of its sentences' unnormalised vectors, so a span's cosine is a sum of
 * sentence products over two lengths. Cost: one dot product per pair of sentences looked at.
 */
export function makeSpans(a: Vectors, b: Vectors): Spans {
  const lengthsA = spanLengths(a);
  const lengthsB = spanLengths(b);
  const products = makeProducts(a, b);
  const cosine = (i: number, n: number, j: number, m: number): number => {
    const length = lengthsA[i * longestSpan + n - 1]! * lengthsB[j * longestSpan + m - 1]!;
    if (length === 0) return 0;
    let sum = 0;
    for (let x = i; x < i + n; x++) for (let y = j; y < j + m; y++) sum += products(x, y);
    return sum / length;
  };
  return { countA: a.count, countB: b.count, cosine, pair: (i, j) => cosine(i, 1, j, 1) };
}

/** Unnormalised products of sentences, each computed once. */
function makeProducts(a: Vectors, b: Vectors): (i: number, j: number) => number {
  const compute = (i: number, j: number): number =>
    dot(a.units, i * a.dimension, b.units, j * a.dimension, a.dimension) *
    a.norms[i]! *
    b.norms[j]!;
  if (a.count * b.count <= mostCells) {
    const table = new Float64Array(a.count * b.count).fill(NaN);
    return (i, j) => {
      const at = i * b.count + j;
      const held = table[at]!;
      return held === held ? held : (table[at] = compute(i, j));
    };
  }
  const table = new NumberMap();
  return (i, j) => {
    const key = i * b.count + j;
    const slot = table.slotOf(key);
    if (table.isUsed(slot)) return table.valueAt(slot);
    const value = compute(i, j);
    table.put(slot, key, value);
    return value;
  };
}

/** Length of the sum of sentences i..i+n-1, at `i * longestSpan + n - 1`; 0 past the end. */
function spanLengths(vectors: Vectors): Float64Array {
  const { count, dimension, units, norms } = vectors;
  const lengths = new Float64Array(count * longestSpan);
  /** Twice the product of sentences y and x, at `(y % longestSpan) * longestSpan + x % longestSpan`: each is in many spans. */
  const products = new Float64Array(longestSpan * longestSpan);
  const place = (x: number, y: number): number =>
    (y % longestSpan) * longestSpan + (x % longestSpan);
  let known = 0;
  for (let i = 0; i < count; i++) {
    for (; known < Math.min(count, i + longestSpan); known++) {
      for (let x = i; x < known; x++) {
        products[place(x, known)] =
          2 *
          norms[x]! *
          norms[known]! *
          dot(units, x * dimension, units, known * dimension, dimension);
      }
    }
    let square = 0;
    for (let n = 1; n <= longestSpan && i + n <= count; n++) {
      const last = i + n - 1;
      square += norms[last]! * norms[last]!;
      for (let x = i; x < last; x++) square += products[place(x, last)]!;
      lengths[i * longestSpan + n - 1] = Math.sqrt(Math.max(0, square));
    }
  }
  return lengths;
}

/**
 * As `dot` of align/vectors, with two sums instead of four. The last bits differ, and with them the
 * sixth digit of some confidences: replace it by `dot` when the weights are next fitted.
 */
function dot(x: Float32Array, xAt: number, y: Float32Array, yAt: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  for (let k = 0; k + 1 < length; k += 2) {
    s0 += x[xAt + k]! * y[yAt + k]!;
    s1 += x[xAt + k + 1]! * y[yAt + k + 1]!;
  }
  if (length % 2 === 1) s0 += x[xAt + length - 1]! * y[yAt + length - 1]!;
  return s0 + s1;
}
