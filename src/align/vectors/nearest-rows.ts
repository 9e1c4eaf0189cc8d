/** The most similar rows of a side that comes in parts, for each row of one that is kept. */
import type { Vectors } from '../../domain.js';
import {
  loadKernel,
  productUnit,
  quantiseRows,
  roomToQuantise,
  releaseKernel,
  rowBytes,
  type Kernel,
} from './kernel.js';
import { emptyTable, insert, zeroRows, type NeighbourTable } from './neighbour-table.js';
import { rowsBetween } from './rows-between.js';

/** Rows of a part that are multiplied at a time. */
const rowsAtOnce = 64;

/** As `nearestNeighbours` in one direction: each part costs its products, and nothing is kept of it. */
export class NearestRows {
  readonly #kernel: Kernel;
  readonly #dimension: number;
  readonly #stride: number;
  readonly #count: number;
  readonly #isZero: Uint8Array;
  /** Rows are multiplied two by two. */
  readonly #rows: number;
  readonly #partAt: number;
  readonly #outAt: number;
  readonly #roomAt: number;

  constructor(rows: Vectors) {
    const { count, dimension } = rows;
    this.#count = count;
    this.#dimension = dimension;
    this.#stride = rowBytes(dimension);
    this.#isZero = zeroRows(rows);
    this.#rows = count + (count % 2);
    this.#partAt = this.#rows * this.#stride;
    this.#outAt = this.#partAt + rowsAtOnce * this.#stride;
    const room = roomToQuantise(rowsAtOnce, dimension);
    const out = this.#rows * rowsAtOnce * Int32Array.BYTES_PER_ELEMENT;
    this.#roomAt = this.#outAt + Math.ceil(out / 16) * 16;
    this.#kernel = loadKernel(this.#roomAt + room);
    this.#copy(rows, 0, count, 0);
  }

  /** The `k` rows of a part with the highest cosine, best first, for each row that is kept. */
  find(part: Vectors, k: number): NeighbourTable {
    const table = emptyTable(this.#count, Math.min(k, part.count));
    if (this.#count === 0 || table.k === 0) return table;
    const isZero = zeroRows(part);
    // The worst value kept so far: most products are below it and cost one comparison each.
    const floors = new Float64Array(this.#count).fill(-Infinity);
    for (let from = 0; from < part.count; from += rowsAtOnce) {
      const to = Math.min(part.count, from + rowsAtOnce);
      this.#copy(part, from, to, this.#partAt);
      this.#kernel.tile(0, this.#partAt, this.#stride, this.#rows, rowsAtOnce, this.#outAt);
      const products = new Int32Array(this.#kernel.memory.buffer, this.#outAt);
      for (let row = 0; row < this.#count; row++) {
        if (this.#isZero[row]) continue;
        let floor = floors[row]!;
        for (let at = from, own = row * rowsAtOnce; at < to; at++, own++) {
          if (products[own]! > floor && !isZero[at])
            floor = insert(table, row, at, products[own]! * productUnit) / productUnit;
        }
        floors[row] = floor;
      }
    }
    return table;
  }

  /** Gives its memory back: nothing can be found any more. */
  release(): void {
    releaseKernel(this.#kernel);
  }

  /** Writes unit rows to a place in the kernel, in its format. */
  #copy(rows: Vectors, from: number, to: number, at: number): void {
    const dimension = this.#dimension;
    const units = rowsBetween(rows, from, to);
    const starts = Int32Array.from({ length: to - from }, (_, row) => row * dimension);
    quantiseRows(this.#kernel, { units, starts }, dimension, at, this.#roomAt);
  }
}
