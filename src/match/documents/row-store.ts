import { loadKernel, productUnit, rowBytes, type Kernel } from '../../align/vectors/kernel.js';
import { sentenceWeight, type MatchSide } from './side.js';

/** Rows of both sides without the mean of their side, in the memory of one kernel. */
export class RowStore {
  readonly dimension: number;
  readonly #kernel: Kernel;
  readonly #stride: number;
  readonly #starts: readonly [number, number];
  readonly #outAt: number;
  readonly #outSize: number;

  /**
   * @param sides of one dimension
   * @param products most products of one call of `multiply`, padding included
   */
  constructor(sides: readonly [MatchSide, MatchSide], products: number) {
    this.dimension = sides[0].dimension;
    this.#stride = rowBytes(this.dimension);
    const sizes = sides.map(({ lengths }) => (lengths.length + padding) * this.#stride);
    this.#starts = [0, sizes[0] ?? 0];
    this.#outAt = (sizes[0] ?? 0) + (sizes[1] ?? 0);
    this.#outSize = products;
    this.#kernel = loadKernel(this.#outAt + 4 * products);
    sides.forEach((side, index) => this.#fill(side, this.#starts[index] ?? 0));
  }

  /** The row of a sentence; valid as long as the store. */
  row(side: 0 | 1, sentence: number): Int16Array {
    const at = this.#starts[side] + sentence * this.#stride;
    return new Int16Array(this.#kernel.memory.buffer, at, this.dimension);
  }

  /**
   * Products of `countA` rows with `countB` rows, times `productUnit` cosines; row-major, the width is `widthOf(countB)`. The array
   * is used again by the next call.
   */
  multiply(
    a: number,
    countA: number,
    b: number,
    countB: number,
    sides: readonly [0 | 1, 0 | 1] = [0, 1],
  ): Int32Array {
    const height = countA + (countA % 2);
    const width = RowStore.widthOf(countB);
    if (height * width > this.#outSize) throw new RangeError('too many products');
    const startA = this.#starts[sides[0]] + a * this.#stride;
    const startB = this.#starts[sides[1]] + b * this.#stride;
    this.#kernel.tile(startA, startB, this.#stride, height, width, this.#outAt);
    return new Int32Array(this.#kernel.memory.buffer, this.#outAt, height * width);
  }

  static widthOf(count: number): number {
    return count + ((4 - (count % 4)) % 4);
  }

  #fill({ rows, lengths, offsets }: MatchSide, start: number): void {
    const { dimension } = this;
    const mean = meanOf(rows, lengths, dimension);
    const target = new Int16Array(this.#kernel.memory.buffer);
    for (const [document, own] of rows.entries()) {
      const first = offsets[document]!;
      for (let from = 0; from < own.length; from += dimension) {
        let square = 0;
        let any = 0;
        for (let d = 0; d < dimension; d++) {
          any |= own[from + d]!;
          const value = own[from + d]! - mean[d]!;
          square += value * value;
        }
        // A sentence without a known word is like no other.
        if (any === 0 || square === 0) continue;
        const factor = 1 / (Math.sqrt(square) * Math.sqrt(productUnit));
        const to = (start + (first + from / dimension) * this.#stride) / 2;
        for (let d = 0; d < dimension; d++)
          target[to + d] = Math.round((own[from + d]! - mean[d]!) * factor);
      }
    }
  }
}

/** Rows behind each side that the kernel may read when it rounds a number of rows up. */
const padding = 4;

/** Weight of sentences like any that stand beside a side's own: the mean of a few is mostly what they say. */
const priorWeight = 240;

/** The mean of all sentences, which few sentences hardly have. */
export function meanOf(
  rows: readonly Int16Array[],
  lengths: Float32Array,
  dimension: number,
): Float64Array {
  const mean = new Float64Array(dimension);
  let total = 0;
  let sentence = 0;
  for (const own of rows)
    for (let from = 0; from < own.length; from += dimension) {
      const weight = sentenceWeight(lengths[sentence++]!);
      total += weight;
      for (let d = 0; d < dimension; d++) mean[d]! += weight * own[from + d]!;
    }
  for (let d = 0; d < dimension; d++) mean[d]! /= total + priorWeight;
  return mean;
}
