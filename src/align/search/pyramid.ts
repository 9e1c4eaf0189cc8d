import {
  floatRowBytes,
  loadKernel,
  releaseKernel,
  quantisedOne,
  rowBytes,
  type Kernel,
} from '../vectors/kernel.js';
import { padding, ProductStore } from '../vectors/product-store.js';
import type { Side } from './side.js';

/** Blocks on the longer side at the top of the pyramid, where the whole plane is searched. */
const topBlocks = 320;

/** Levels above the sentences that two sides of these lengths need. */
export function levelsAbove(countA: number, countB: number): number {
  let levels = 0;
  for (let longer = Math.max(countA, countB); longer > topBlocks; longer = Math.ceil(longer / 2)) {
    levels++;
  }
  return levels;
}

/** One side at one level: blocks of 1, 2, 4 ... sentences. */
export interface Level {
  readonly count: number;
  /** The mean of the blocks' unit rows. */
  readonly mean: Float32Array;
}

/** Both sides at all levels, sentences first; unit rows of the blocks in the memory of one kernel. */
export class Pyramid {
  readonly a: readonly Level[];
  readonly b: readonly Level[];
  readonly #kernel: Kernel;
  readonly #dimension: number;
  /** Where the rows of each level begin, of either side; nothing of the sentences. */
  readonly #starts: readonly (readonly [number, number])[];
  readonly #roomAt: number;

  /** Builds `levels` levels above the sentences. O(sentences x dimension). */
  constructor(a: Side, b: Side, levels: number) {
    const { dimension } = a;
    this.#dimension = dimension;
    const [countsA, countsB] = [halvings(a.count, levels), halvings(b.count, levels)];
    let end = 0;
    const reserve = (bytes: number): number => {
      const at = end;
      end += bytes;
      return at;
    };
    const rowsOf = (count: number): number => reserve((count + padding) * rowBytes(dimension));
    this.#starts = countsA.map((count, level) =>
      level === 0 ? [0, 0] : [rowsOf(count), rowsOf(countsB[level]!)],
    );
    const longest = Math.max(countsA[1] ?? 0, countsB[1] ?? 0);
    this.#roomAt = reserve(ProductStore.roomFor(dimension, longest));
    // Sums of two levels of one side, a sentence, and a mean.
    const width = floatRowBytes(dimension);
    const odd = reserve(longest * width);
    const even = reserve(Math.max(countsA[2] ?? 0, countsB[2] ?? 0) * width);
    const rowAt = reserve(width);
    const meanAt = reserve(width);
    this.#kernel = loadKernel(end);
    const places = { odd, even, rowAt, meanAt };
    this.a = this.#build(a, countsA, 0, places);
    this.b = this.#build(b, countsB, 1, places);
  }

  /** Frees the memory: nothing of the pyramid or its stores can be used any more. */
  close(): void {
    releaseKernel(this.#kernel);
  }

  /** The products of the blocks of a level above the sentences; the last store takes the place of others. */
  store(level: number): ProductStore {
    const longest = Math.max(this.a[level]!.count, this.b[level]!.count);
    const starts = this.#starts[level]!;
    return new ProductStore(this.#kernel, this.#dimension, starts, this.#roomAt, longest);
  }

  #build(
    side: Side,
    counts: readonly number[],
    which: 0 | 1,
    { odd, even, rowAt, meanAt }: Record<'odd' | 'even' | 'rowAt' | 'meanAt', number>,
  ): Level[] {
    const kernel = this.#kernel;
    const dimension = this.#dimension;
    const floats = new Float32Array(kernel.memory.buffer);
    const bytes = floatRowBytes(dimension);
    const width = bytes / 4;
    const result: Level[] = [];
    const clear = (at: number, rows: number): unknown =>
      floats.fill(0, at / 4, at / 4 + rows * width);
    const endLevel = (count: number): void => {
      result.push({ count, mean: floats.slice(meanAt / 4, meanAt / 4 + dimension) });
      clear(meanAt, 1);
    };
    clear(meanAt, 1);
    clear(odd, counts[1] ?? 0);
    for (let i = 0; i < side.count; i++) {
      const start = side.starts[i]!;
      floats.set(side.units.subarray(start, start + dimension), rowAt / 4);
      kernel.accumulate(meanAt, rowAt, 1 / side.count, width);
      if (counts.length > 1)
        kernel.accumulate(odd + (i >> 1) * bytes, rowAt, side.norms[i]!, width);
    }
    endLevel(side.count);
    for (let level = 1; level < counts.length; level++) {
      const count = counts[level]!;
      const sums = level % 2 === 1 ? odd : even;
      const above = level % 2 === 1 ? even : odd;
      const isLast = level + 1 === counts.length;
      if (!isLast) clear(above, counts[level + 1]!);
      for (let i = 0; i < count; i++) {
        const sum = sums + i * bytes;
        const square = kernel.dot(sum, sum, width);
        const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
        const to = this.#starts[level]![which] + i * rowBytes(dimension);
        kernel.quantise(sum, scale * quantisedOne, to, width);
        kernel.accumulate(meanAt, sum, scale / count, width);
        if (!isLast) kernel.accumulate(above + (i >> 1) * bytes, sum, 1, width);
      }
      endLevel(count);
    }
    return result;
  }
}

/** A number of sentences, and the numbers of blocks of 2, 4, 8 ... of them. */
function halvings(count: number, levels: number): number[] {
  const counts = [count];
  while (counts.length <= levels) counts.push(Math.ceil(counts[counts.length - 1]! / 2));
  return counts;
}
