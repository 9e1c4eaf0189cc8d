import {
  loadKernel,
  releaseKernel,
  quantiseRows,
  roomToQuantise,
  rowBytes,
  type Kernel,
  type UnitRows,
} from './kernel.js';
import type { Block } from './product-store.js';

/** A list of rows of a table, in which a row can stand repeatedly. */
export interface ListedRows {
  /** Unit rows, one after the other. */
  readonly units: Float32Array;
  /** Number of the row at each place of the list. */
  readonly ids: Int32Array;
}

/** Entries that the kernel may read behind a list when it rounds a number of rows up. */
const padding = 4;

/**
 * Dot products between stretches of two lists of unit rows. Each row is stored once however often it
 * stands in a list.
 */
export class ListedProducts {
  /**
   * Products of the last `multiply` in units of `productUnit`, `width` for each row of the first
   * stretch. What stands behind the second stretch's length in a row means nothing.
   */
  readonly products: Int32Array;
  width = 0;
  readonly #kernel: Kernel;
  readonly #stride: number;
  readonly #lists: readonly [number, number];
  readonly #outAt: number;

  /** @param most products of one call of `multiply`, as `sizeOf` counts them */
  constructor(a: ListedRows, b: ListedRows, dimension: number, most: number) {
    this.#stride = rowBytes(dimension);
    const [usedA, usedB] = [distinctRows(a, dimension), distinctRows(b, dimension)];
    const bytesA = usedA.rows.starts.length * this.#stride;
    const listsAt = bytesA + usedB.rows.starts.length * this.#stride;
    this.#lists = [listsAt, listsAt + 4 * (a.ids.length + padding)];
    const scratchAt = roundUp(this.#lists[1] + 4 * (b.ids.length + padding), 16);
    const longest = Math.max(usedA.rows.starts.length, usedB.rows.starts.length);
    this.#outAt = scratchAt + roomToQuantise(longest, dimension);
    this.#kernel = loadKernel(this.#outAt + 4 * most);
    const { buffer } = this.#kernel.memory;
    this.products = new Int32Array(buffer, this.#outAt, most);
    quantiseRows(this.#kernel, usedA.rows, dimension, 0, scratchAt);
    quantiseRows(this.#kernel, usedB.rows, dimension, bytesA, scratchAt);
    const fill = (at: number, { ids }: ListedRows, names: Int32Array, base: number): void => {
      const list = new Int32Array(buffer, at, ids.length);
      for (let k = 0; k < ids.length; k++) list[k] = base + names[ids[k]!]! * this.#stride;
    };
    fill(this.#lists[0], a, usedA.names, 0);
    fill(this.#lists[1], b, usedB.names, bytesA);
  }

  /** Frees the memory: there are no products any more. */
  close(): void {
    releaseKernel(this.#kernel);
  }

  /** How many products the multiplication of stretches of these lengths takes. */
  static sizeOf(count: number, otherCount: number): number {
    return roundUp(count, 2) * roundUp(otherCount, 4);
  }

  /** Multiplies `count` rows from place `from` of one list with `otherCount` from `otherFrom` of the other. */
  multiply(block: Block, from: number, count: number, otherFrom: number, otherCount: number): void {
    this.width = roundUp(otherCount, 4);
    if (count === 0 || otherCount === 0) return;
    if (ListedProducts.sizeOf(count, otherCount) > this.products.length)
      throw new RangeError('too many products');
    const own = this.#lists[block] + 4 * from;
    const other = this.#lists[block === 0 ? 1 : 0] + 4 * otherFrom;
    this.#kernel.gather(own, other, this.#stride, roundUp(count, 2), this.width, this.#outAt);
  }
}

/** The rows that a list has, in the order in which they first stand there, and their numbers in that order. */
function distinctRows(
  { units, ids }: ListedRows,
  dimension: number,
): { readonly rows: UnitRows; readonly names: Int32Array } {
  const names = new Int32Array(dimension > 0 ? units.length / dimension : 0).fill(-1);
  const starts = new Int32Array(Math.min(ids.length, names.length));
  let count = 0;
  for (const id of ids) {
    if (names[id]! >= 0) continue;
    starts[count] = id * dimension;
    names[id] = count++;
  }
  return { rows: { units, starts: starts.subarray(0, count) }, names };
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
