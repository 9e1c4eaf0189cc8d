import { spreadPairs } from '../numeric/spread-pairs.js';
import { dot } from '../vectors/dot.js';
import type { ProductStore } from '../vectors/product-store.js';
import type { Level } from './pyramid.js';

/** Cosines of the blocks of two levels with the mean direction of either side taken out. */
export interface LevelSimilarity {
  readonly a: Level;
  readonly b: Level;
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
  rows: Pick<LevelSimilarity, 'store' | 'rowA' | 'rowB'>,
): LevelSimilarity {
  const meanA = a.mean();
  const meanB = b.mean();
  const scale = (level: Level, mean: Float32Array): Float64Array => {
    const square = dot(mean, 0, mean, 0, dimension);
    return level.products(mean).map((product) => {
      const centred = 1 - 2 * product + square;
      return centred > 1e-9 ? 1 / Math.sqrt(centred) : 0;
    });
  };
  return {
    a,
    b,
    ...rows,
    biasA: a.products(meanB),
    biasB: b.products(meanA),
    bias: dot(meanA, 0, meanB, 0, dimension),
    scaleA: scale(a, meanA),
    scaleB: scale(b, meanB),
  };
}

/** Centred cosine of two blocks whose product is known. */
export function centred(pair: LevelSimilarity, i: number, j: number, product: number): number {
  return (
    (product - pair.biasA[i]! - pair.biasB[j]! + pair.bias) * pair.scaleA[i]! * pair.scaleB[j]!
  );
}

/** Mean and deviation of pairs taken evenly from the whole plane: nearly all of them are unrelated. */
export function chanceLevel(
  pair: LevelSimilarity,
  dimension: number,
): { readonly mean: number; readonly deviation: number } {
  const samples = 2000;
  const { a, b } = pair;
  let sum = 0;
  let squares = 0;
  for (const [i, j] of spreadPairs(samples, a.count, b.count)) {
    const product = dot(a.units, a.starts[i]!, b.units, b.starts[j]!, dimension);
    const value = centred(pair, i, j, product);
    sum += value;
    squares += value * value;
  }
  const mean = sum / samples;
  return { mean, deviation: Math.sqrt(Math.max(1e-6, squares / samples - mean * mean)) };
}
