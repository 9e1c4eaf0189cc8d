import {
  loadKernel,
  productUnit,
  quantise,
  quantisedOne,
  rowBytes,
  type Kernel,
} from './kernel.js';

/** Unit rows of one side: row i begins at `starts[i]` of `units`. */
export interface UnitRows {
  readonly units: Float32Array;
  readonly starts: Int32Array;
}

/** Rows that are already quantised: row i begins at `starts[i]` of `integers`. */
export interface QuantisedRows {
  readonly integers: Int16Array;
  readonly starts: Int32Array;
}

/** The two sides of a store. */
export type Block = 0 | 1;

/**
 * Dot products of unit rows with WebAssembly's vector instructions, ten times as fast as a loop
 * over a Float32Array. Exact except for rounding to 16 bits (error under 1e-4), and identical on
 * every machine.
 */
export class ProductStore {
  /**
   * Products of the last `multiply`: of its first row with the columns starting at `from`, then of
   * its second row.
   */
  readonly products: Float64Array;
  /** Where the second row's products begin. */
  width = 0;
  readonly #kernel: Kernel;
  readonly #stride: number;
  readonly #starts: readonly [number, number];
  readonly #scratch: Int16Array;
  readonly #scratchAt: number;
  readonly #out: Int32Array;
  readonly #outAt: number;

  constructor(a: UnitRows | QuantisedRows, b: UnitRows | QuantisedRows, dimension: number) {
    const countA = a.starts.length;
    const countB = b.starts.length;
    this.#stride = rowBytes(dimension);
    // Tiles are two rows by a multiple of four, so blocks are padded with rows of zeros.
    const rowsA = countA + 8;
    const rowsB = countB + 8;
    const longest = Math.max(rowsA, rowsB) + 8;
    this.#starts = [0, rowsA * this.#stride];
    this.#scratchAt = (rowsA + rowsB) * this.#stride;
    this.#outAt = this.#scratchAt + 2 * this.#stride;
    this.#kernel = loadKernel(this.#outAt + 2 * longest * 4);
    const { buffer } = this.#kernel.memory;
    this.#scratch = new Int16Array(buffer, this.#scratchAt, this.#stride);
    this.#out = new Int32Array(buffer, this.#outAt, 2 * longest);
    this.products = new Float64Array(2 * longest);
    this.#fill(a, dimension, new Int16Array(buffer, 0, (rowsA * this.#stride) / 2));
    this.#fill(b, dimension, new Int16Array(buffer, this.#starts[1], (rowsB * this.#stride) / 2));
  }

  /**
   * Multiplies rows `row` and `row + 1` of one block with the rows from..to-1 of a block:
   * `products[k]` and `products[width + k]` belong to row from + k.
   */
  multiply(block: Block, row: number, other: Block, from: number, to: number): void {
    this.#run(this.#starts[block] + row * this.#stride, other, from, to);
  }

  /** Multiplies a vector, scaled to unit length, with the rows from..to-1 of a block. */
  multiplyVector(
    vector: Float32Array,
    scale: number,
    other: Block,
    from: number,
    to: number,
  ): void {
    const factor = scale * quantisedOne;
    const scratch = this.#scratch;
    for (let d = 0; d < vector.length; d++) scratch[d] = Math.round(vector[d]! * factor);
    this.#run(this.#scratchAt, other, from, to);
  }

  #run(address: number, other: Block, from: number, to: number): void {
    const width = (to - from + 3) & ~3;
    this.width = width;
    if (width <= 0) return;
    const against = this.#starts[other] + from * this.#stride;
    this.#kernel.tile(address, against, this.#stride, 2, width, this.#outAt);
    const out = this.#out;
    const { products } = this;
    for (let k = 0; k < 2 * width; k++) products[k] = out[k]! * productUnit;
  }

  #fill(rows: UnitRows | QuantisedRows, dimension: number, target: Int16Array): void {
    const stride = this.#stride / 2;
    const { starts } = rows;
    for (let row = 0; row < starts.length; row++) {
      const [from, to] = [starts[row]!, row * stride];
      if ('integers' in rows) target.set(rows.integers.subarray(from, from + dimension), to);
      else quantise(rows.units, from, dimension, target, to);
    }
  }
}
