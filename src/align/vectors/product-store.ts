import {
  floatRowBytes,
  loadKernel,
  productUnit,
  quantisedOne,
  quantiseRows,
  rowBytes,
  type Kernel,
  type UnitRows,
} from './kernel.js';

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
  /** Room for a vector, as floats and as integers. */
  readonly #floats: Float32Array;
  readonly #floatsAt: number;
  readonly #scratchAt: number;
  readonly #out: Int32Array;
  readonly #outAt: number;

  constructor(a: UnitRows, b: UnitRows, dimension: number) {
    const countA = a.starts.length;
    const countB = b.starts.length;
    this.#stride = rowBytes(dimension);
    // Tiles are two rows by a multiple of four, so blocks are padded with rows of zeros.
    const rowsA = countA + 8;
    const rowsB = countB + 8;
    const longest = Math.max(rowsA, rowsB) + 8;
    this.#starts = [0, rowsA * this.#stride];
    this.#scratchAt = (rowsA + rowsB) * this.#stride;
    this.#floatsAt = this.#scratchAt + 2 * this.#stride;
    this.#outAt = this.#floatsAt + floatRowBytes(dimension);
    this.#kernel = loadKernel(this.#outAt + 2 * longest * 4);
    const { buffer } = this.#kernel.memory;
    this.#floats = new Float32Array(buffer, this.#floatsAt, dimension);
    this.#out = new Int32Array(buffer, this.#outAt, 2 * longest);
    this.products = new Float64Array(2 * longest);
    quantiseRows(this.#kernel, a, dimension, this.#starts[0], this.#floatsAt);
    quantiseRows(this.#kernel, b, dimension, this.#starts[1], this.#floatsAt);
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
    this.#floats.set(vector);
    this.#kernel.quantise(this.#floatsAt, scale * quantisedOne, this.#scratchAt, this.#stride / 2);
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
}
