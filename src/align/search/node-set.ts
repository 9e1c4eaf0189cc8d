import type { Corridor } from './corridor.js';

/** Some of a corridor's nodes, numbered row by row: the first and the last node are always among them. */
export class NodeSet {
  readonly corridor: Corridor;
  readonly count: number;
  /** Number of each row's first node here; rows + 2 entries. */
  readonly starts: Int32Array;
  /** Column of each node. */
  readonly columns: Int32Array;
  /** Where each row begins in `#numbers`. */
  readonly #offsets: Int32Array;
  /** Number of each node of the corridor, -1 for those that are not here. */
  readonly #numbers: Int32Array;

  /** @param isHere one flag for each node of the corridor, row by row; all nodes without it */
  constructor(corridor: Corridor, isHere: Uint8Array | null = null) {
    const { rows, low, high } = corridor;
    this.corridor = corridor;
    this.starts = new Int32Array(rows + 2);
    this.#offsets = new Int32Array(rows + 2);
    for (let i = 0; i <= rows; i++) {
      this.#offsets[i + 1] = this.#offsets[i]! + high[i]! - low[i]! + 1;
    }
    const all = this.#offsets[rows + 1]!;
    this.#numbers = new Int32Array(all);
    const columns = new Int32Array(all);
    let count = 0;
    for (let i = 0; i <= rows; i++) {
      const base = this.#offsets[i]! - low[i]!;
      for (let j = low[i]!; j <= high[i]!; j++) {
        if (isHere !== null && isHere[base + j] === 0) this.#numbers[base + j] = -1;
        else {
          columns[count] = j;
          this.#numbers[base + j] = count++;
        }
      }
      this.starts[i + 1] = count;
    }
    this.count = count;
    this.columns = columns.subarray(0, count);
  }

  /** Number of the node (i, j), or -1 if it is not here. */
  at(i: number, j: number): number {
    const { rows, low, high } = this.corridor;
    return i <= rows && j >= low[i]! && j <= high[i]!
      ? this.#numbers[this.#offsets[i]! + j - low[i]!]!
      : -1;
  }
}
