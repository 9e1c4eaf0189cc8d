import { oncePerCell, spreadPairs } from '../numeric/spread-pairs.js';
import { dot } from '../vectors/dot.js';
import type { Block, ProductStore } from '../vectors/product-store.js';
import type { Level } from './pyramid.js';

/** Cosines of the blocks of two levels with the mean direction of either side taken out. */
export interface LevelSimilarity {
  readonly countA: number;
  readonly countB: number;
  readonly store: ProductStore;
  /** Block i of the first side is row `rowA + i` of the store. */
  readonly rowA: number;
  readonly rowB: number;
  /** Product of each block with the other side's mean. */
  readonly biasA: Float64Array;
  readonly biasB: Float64Array;
  readonly bias: number;
  /** 1 / length of each centred block. */
  readonly scaleA: Float64Array;
  readonly scaleB: Float64Array;
}

/** Prepares the comparison of two levels. O(blocks x dimension). */
export function compareLevels(
  a: Level,
  b: Level,
  dimension: number,
  { store, rowA, rowB }: Pick<LevelSimilarity, 'store' | 'rowA' | 'rowB'>,
): LevelSimilarity {
  const products = (mean: Float32Array, block: Block, from: number, to: number): Float64Array => {
    const length = Math.sqrt(dot(mean, 0, mean, 0, dimension));
    store.multiplyVector(mean, length > 0 ? 1 / length : 0, block, from, to);
    return store.products.slice(0, to - from).map((product) => product * length);
  };
  const ofA = (mean: Float32Array): Float64Array => products(mean, 0, rowA, rowA + a.count);
  const ofB = (mean: Float32Array): Float64Array => products(mean, 1, rowB, rowB + b.count);
  const scale = (own: Float64Array, mean: Float32Array): Float64Array => {
    const square = dot(mean, 0, mean, 0, dimension);
    return own.map((product) => {
      const centred = 1 - 2 * product + square;
      return centred > 1e-9 ? 1 / Math.sqrt(centred) : 0;
    });
  };
  return {
    countA: a.count,
    countB: b.count,
    store,
    rowA,
    rowB,
    biasA: ofA(b.mean),
    biasB: ofB(a.mean),
    bias: dot(a.mean, 0, b.mean, 0, dimension),
    scaleA: scale(ofA(a.mean), a.mean),
    scaleB: scale(ofB(b.mean), b.mean),
  };
}

/** Centred cosine of two blocks whose product is known. */
export function centred(pair: LevelSimilarity, i: number, j: number, product: number): number {
  return (
    (product - pair.biasA[i]! - pair.biasB[j]! + pair.bias) * pair.scaleA[i]! * pair.scaleB[j]!
  );
}

/** Mean and deviation of pairs taken evenly from the whole plane: nearly all of them are unrelated. */
export function chanceLevel(pair: LevelSimilarity): {
  readonly mean: number;
  readonly deviation: number;
} {
  const samples = 2000;
  const { countA, countB, store, rowA, rowB } = pair;
  let sum = 0;
  let squares = 0;
  const cosine = oncePerCell(samples, countA, countB, (i, j) => {
    store.multiply(0, rowA + i, 1, rowB + j, rowB + j + 1);
    return centred(pair, i, j, store.products[0]!);
  });
  spreadPairs(samples, countA, countB, (i, j) => {
    const value = cosine(i, j);
    sum += value;
    squares += value * value;
  });
  const mean = sum / samples;
  return { mean, deviation: Math.sqrt(Math.max(1e-6, squares / samples - mean * mean)) };
}
