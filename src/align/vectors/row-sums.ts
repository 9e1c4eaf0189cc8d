import type { Vectors } from '../../domain.js';
import { floatRowBytes, loadKernel, releaseKernel, type Kernel } from './kernel.js';

/**
 * Sums of a table's rows, each with its norm, to the last bit as loops over a Float32Array would add
 * them up. Rows are copied to the kernel when they are first used; memory that is not used costs
 * nothing.
 */
export class RowSums {
  /** The last sum. */
  readonly sum: Float32Array;
  readonly #rest: Float32Array;
  readonly #kernel: Kernel;
  readonly #rowBytes: number;
  readonly #width: number;
  readonly #sumAt: number;
  readonly #restAt: number;
  readonly #tableAt: number;
  readonly #table: Float32Array;
  readonly #known: Uint8Array;
  readonly #vectors: Vectors;

  constructor(vectors: Vectors) {
    const { count, dimension } = vectors;
    this.#vectors = vectors;
    this.#rowBytes = floatRowBytes(dimension);
    this.#width = this.#rowBytes / 4;
    this.#sumAt = 0;
    this.#restAt = this.#rowBytes;
    this.#tableAt = 2 * this.#rowBytes;
    const end = this.#tableAt + count * this.#rowBytes;
    // What pads rows to whole registers must be 0; the rest of a row is written before it is read.
    const isPadded = this.#width > dimension;
    this.#kernel = loadKernel(end, isPadded ? end : this.#tableAt);
    const { buffer } = this.#kernel.memory;
    this.#table = new Float32Array(buffer, this.#tableAt, count * this.#width);
    this.#known = new Uint8Array(count);
    this.sum = new Float32Array(buffer, this.#sumAt, dimension);
    this.#rest = new Float32Array(buffer, this.#restAt, dimension);
  }

  /** Begins to divide a whole: what is added up from here on is taken from it. */
  begin(units: Float32Array, start: number, norm: number): void {
    this.sum.set(units.subarray(start, start + this.sum.length));
    this.#rest.fill(0);
    this.#kernel.accumulate(this.#restAt, this.#sumAt, norm, this.#width);
  }

  /** Adds up the rows `ids[from..to - 1]` into `sum`, and takes them from the whole. */
  add(ids: Int32Array, from: number, to: number): void {
    const { norms } = this.#vectors;
    this.sum.fill(0);
    for (let k = from; k < to; k++) {
      const id = ids[k]!;
      if (this.#known[id] === 0) this.#copy(id);
      const row = this.#tableAt + id * this.#rowBytes;
      this.#kernel.accumulate(this.#sumAt, row, norms[id]!, this.#width);
    }
    this.#kernel.accumulate(this.#restAt, this.#sumAt, -1, this.#width);
  }

  /** Makes what is left of the whole the sum. */
  takeRest(): void {
    this.sum.set(this.#rest);
  }

  /** The square of the sum's length. */
  square(): number {
    return this.#kernel.dot(this.#sumAt, this.#sumAt, this.#width);
  }

  /** Frees the memory: there are no sums any more. */
  close(): void {
    releaseKernel(this.#kernel);
  }

  #copy(id: number): void {
    const { units, dimension } = this.#vectors;
    this.#table.set(units.subarray(id * dimension, (id + 1) * dimension), id * this.#width);
    this.#known[id] = 1;
  }
}
