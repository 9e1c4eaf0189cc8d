import { floatRowBytes, loadKernel, type Kernel, type UnitRows } from '../vectors/kernel.js';
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

/** One side at one level: unit rows of blocks of 1, 2, 4 ... sentences in the memory of a kernel. */
export class Level implements UnitRows {
  readonly count: number;
  readonly units: Float32Array;
  readonly starts: Int32Array;
  readonly #kernel: Kernel;
  readonly #at: number;
  readonly #stride: number;
  readonly #scratchAt: number;
  readonly #dimension: number;

  /** @param at byte of the first row; rows are as long as `floatRowBytes` says */
  constructor(kernel: Kernel, at: number, count: number, dimension: number, scratchAt: number) {
    this.#kernel = kernel;
    this.#at = at;
    this.#stride = floatRowBytes(dimension);
    this.#scratchAt = scratchAt;
    this.#dimension = dimension;
    this.count = count;
    this.units = new Float32Array(kernel.memory.buffer);
    this.starts = new Int32Array(count);
    for (let i = 0; i < count; i++) this.starts[i] = (at + i * this.#stride) / 4;
  }

  /** The mean of the rows. */
  mean(): Float32Array {
    const kernel = this.#kernel;
    const mean = new Float32Array(kernel.memory.buffer, this.#scratchAt, this.#dimension);
    mean.fill(0);
    for (let i = 0; i < this.count; i++) {
      const row = this.#at + i * this.#stride;
      kernel.accumulate(this.#scratchAt, row, 1 / this.count, this.#stride / 4);
    }
    return mean.slice();
  }

  /** The product of each row with a vector. */
  products(vector: Float32Array): Float64Array {
    const kernel = this.#kernel;
    new Float32Array(kernel.memory.buffer, this.#scratchAt, this.#dimension).set(vector);
    const products = new Float64Array(this.count);
    for (let i = 0; i < this.count; i++) {
      const row = this.#at + i * this.#stride;
      products[i] = kernel.dot(row, this.#scratchAt, this.#stride / 4);
    }
    return products;
  }
}

/** Sentences first, then `levels` times blocks of twice as many. O(sentences x dimension). */
export function pyramid(side: Side, levels: number): Level[] {
  const { dimension } = side;
  const stride = floatRowBytes(dimension);
  const counts = [side.count];
  while (counts.length <= levels) counts.push(Math.ceil(counts[counts.length - 1]! / 2));
  const rows = counts.reduce((sum, count) => sum + count, 0);
  // Unit rows of all levels, the sums of two levels, and one row.
  const sumsAt = rows * stride;
  const scratchAt = sumsAt + ((counts[1] ?? 0) + (counts[2] ?? 0)) * stride;
  const kernel = loadKernel(scratchAt + stride);
  const floats = new Float32Array(kernel.memory.buffer);
  for (let i = 0; i < side.count; i++) {
    const start = side.starts[i]!;
    floats.set(side.units.subarray(start, start + dimension), (i * stride) / 4);
  }
  const result = [new Level(kernel, 0, side.count, dimension, scratchAt)];
  let at = side.count * stride;
  let below = 0;
  let [sums, next] = [sumsAt, sumsAt + (counts[1] ?? 0) * stride];
  for (let level = 1; level <= levels; level++) {
    const count = counts[level]!;
    floats.fill(0, sums / 4, sums / 4 + (count * stride) / 4);
    for (let i = 0; i < counts[level - 1]!; i++) {
      const weight = level === 1 ? side.norms[i]! : 1;
      kernel.accumulate(sums + (i >> 1) * stride, below + i * stride, weight, stride / 4);
    }
    for (let i = 0; i < count; i++) {
      const sum = sums + i * stride;
      const square = kernel.dot(sum, sum, stride / 4);
      const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
      kernel.accumulate(at + i * stride, sum, scale, stride / 4);
    }
    result.push(new Level(kernel, at, count, dimension, scratchAt));
    at += count * stride;
    below = sums;
    [sums, next] = [next, sums];
  }
  return result;
}
