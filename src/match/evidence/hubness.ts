import { productUnit } from '../../align/vectors/kernel.js';
import { RowStore } from '../documents/row-store.js';
import type { MatchSide } from '../documents/side.js';

/** Sentences of the other side that stand for all of it. */
const sampleSize = 512;
/** The nearest of them that count. */
const nearest = 10;
const tile = 64;
/** What is usual, and as how many sentences it counts: few sentences say little of what is near to everything. */
const usual = 0.14;
const usualCount = 25;

/**
 * How near each sentence is to the sentences of the other side that are nearest to it: a sentence that is near to
 * everything proves nothing. Mean of ten cosines, half of it, so that the two sides' values add up to the mean.
 */
export function hubness(
  store: RowStore,
  own: MatchSide,
  other: MatchSide,
  side: 0 | 1,
): Float32Array {
  const count = own.lengths.length;
  const all = other.lengths.length;
  const result = new Float32Array(count);
  const runs = sampleRuns(all);
  const k = Math.min(
    nearest,
    runs.reduce((sum, [, size]) => sum + size, 0),
  );
  if (k === 0) return result;
  const best = new Int32Array(tile * k);
  const sides = side === 0 ? ([0, 1] as const) : ([1, 0] as const);
  for (let start = 0; start < count; start += tile) {
    const rows = Math.min(tile, count - start);
    best.fill(-(2 ** 31));
    for (const [from, size] of runs) {
      const products = store.multiply(start, rows, from, size, sides);
      const width = RowStore.widthOf(size);
      for (let row = 0; row < rows; row++) {
        const last = row * k + k - 1;
        for (let at = 0; at < size; at++) {
          const product = products[row * width + at]!;
          if (product <= best[last]!) continue;
          let to = last;
          while (to > row * k && best[to - 1]! < product) {
            best[to] = best[to - 1]!;
            to--;
          }
          best[to] = product;
        }
      }
    }
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      for (let n = 0; n < k; n++) sum += best[row * k + n]!;
      const own = (sum * productUnit) / k / 2;
      result[start + row] = (all * own + usualCount * usual) / (all + usualCount);
    }
  }
  return result;
}

/** All sentences, or short runs of neighbours spread evenly: where they begin and their size. */
function sampleRuns(all: number): (readonly [number, number])[] {
  if (all <= 4 * sampleSize) {
    const runs: (readonly [number, number])[] = [];
    for (let from = 0; from < all; from += tile) runs.push([from, Math.min(tile, all - from)]);
    return runs;
  }
  const size = 4;
  const number = sampleSize / size;
  return Array.from(
    { length: number },
    (_, at) => [Math.floor((at * (all - size)) / number), size] as const,
  );
}
