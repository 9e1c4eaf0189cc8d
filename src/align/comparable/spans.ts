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
  const [lengthsA, lengthsB] = [new SpanLengths(a), new SpanLengths(b)];
  const products = makeProducts(a, b);
  const cosine = (i: number, n: number, j: number, m: number): number => {
    const length = lengthsA.of(i, n) * lengthsB.of(j, m);
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

/** Lengths of the sums of neighbouring sentences, each computed once: many sentences are in no span that is asked for. */
class SpanLengths {
  readonly #vectors: Vectors;
  /** By first sentence and number of sentences. */
  readonly #lengths: Float64Array;
  /** Twice the product of two sentences, by the first and how far the second is from it: each pair is in many spans. */
  readonly #products: Float64Array;

  constructor(vectors: Vectors) {
    this.#vectors = vectors;
    this.#lengths = new Float64Array(vectors.count * longestSpan).fill(NaN);
    this.#products = new Float64Array(vectors.count * longestSpan).fill(NaN);
  }

  /** Of sentences i..i+n-1; 0 past the end. */
  of(i: number, n: number): number {
    const at = i * longestSpan + n - 1;
    const held = this.#lengths[at]!;
    return held === held ? held : (this.#lengths[at] = this.#compute(i, n));
  }

  #compute(i: number, n: number): number {
    const { count, norms } = this.#vectors;
    if (i + n > count) return 0;
    let square = 0;
    for (let last = i; last < i + n; last++) {
      square += norms[last]! * norms[last]!;
      for (let x = i; x < last; x++) square += this.#twice(x, last);
    }
    return Math.sqrt(Math.max(0, square));
  }

  #twice(x: number, y: number): number {
    const at = x * longestSpan + y - x;
    const held = this.#products[at]!;
    if (held === held) return held;
    const { dimension, units, norms } = this.#vectors;
    const product = dot(units, x * dimension, units, y * dimension, dimension);
    return (this.#products[at] = 2 * norms[x]! * norms[y]! * product);
  }
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
