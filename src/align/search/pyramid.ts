import { dot } from '../vectors/dot.js';
import type { UnitRows } from '../vectors/kernel.js';
import type { Side } from './side.js';

/** Blocks on the longer side at the top of the pyramid, where the whole plane is searched. */
const topBlocks = 320;

/** One side at one level: unit rows of blocks of 1, 2, 4 ... sentences. */
export interface Level extends UnitRows {
  readonly count: number;
}

/** Levels above the sentences that two sides of these lengths need. */
export function levelsAbove(countA: number, countB: number): number {
  let levels = 0;
  for (let longer = Math.max(countA, countB); longer > topBlocks; longer = Math.ceil(longer / 2)) {
    levels++;
  }
  return levels;
}

/** Sentences first, then `levels` times blocks of twice as many. O(sentences x dimension). */
export function pyramid(side: Side, levels: number): Level[] {
  const { dimension } = side;
  const result: Level[] = [{ count: side.count, units: side.units, starts: side.starts }];
  let sums = side.units;
  for (let level = 1; level <= levels; level++) {
    const below = result[level - 1]!;
    const count = Math.ceil(below.count / 2);
    const next = new Float32Array(count * dimension);
    for (let i = 0; i < below.count; i++) {
      const to = (i >> 1) * dimension;
      const from = level === 1 ? below.starts[i]! : i * dimension;
      const weight = level === 1 ? side.norms[i]! : 1;
      for (let k = 0; k < dimension; k++) next[to + k]! += sums[from + k]! * weight;
    }
    sums = next;
    result.push({ count, units: unitRows(next, dimension), starts: startsOf(count, dimension) });
  }
  return result;
}

function startsOf(count: number, dimension: number): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => i * dimension);
}

function unitRows(sums: Float32Array, dimension: number): Float32Array {
  const units = sums.slice();
  for (let start = 0; start < units.length; start += dimension) {
    const square = dot(units, start, units, start, dimension);
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let k = start; k < start + dimension; k++) units[k]! *= scale;
  }
  return units;
}
