import type { Vectors } from '../../domain.js';
import { NearestRows } from '../vectors/nearest-rows.js';

/** Neighbours kept for every sentence of the short text. */
export const keptNeighbours = 8;

/**
 * The sentences of a long text that are nearest to each of a short one. The long text comes in parts, so that its
 * vectors need not be in memory at the same time.
 */
export class NearestSentences {
  readonly #count: number;
  readonly #rows: NearestRows;
  /** By sentence of the short text, best first: positions in the long one, and cosines; -1 where there are no more. */
  readonly index: Int32Array;
  readonly cosine: Float32Array;

  constructor(short: Vectors) {
    this.#count = short.count;
    this.#rows = new NearestRows(short);
    this.index = new Int32Array(short.count * keptNeighbours).fill(-1);
    this.cosine = new Float32Array(short.count * keptNeighbours).fill(-Infinity);
  }

  /** Compares the sentences from position `from` on; parts come in order. O(part x short text x dimension). */
  add(part: Vectors, from: number): void {
    const { k, index, cosine } = this.#rows.find(part, keptNeighbours);
    for (let row = 0; row < this.#count; row++) {
      for (let n = 0; n < k; n++) {
        const at = row * k + n;
        if (index[at]! < 0 || !this.#insert(row, from + index[at]!, cosine[at]!)) break;
      }
    }
  }

  #insert(row: number, position: number, cosine: number): boolean {
    const first = row * keptNeighbours;
    let at = first + keptNeighbours - 1;
    if (cosine <= this.cosine[at]!) return false;
    for (; at > first && this.cosine[at - 1]! < cosine; at--) {
      this.cosine[at] = this.cosine[at - 1]!;
      this.index[at] = this.index[at - 1]!;
    }
    this.cosine[at] = cosine;
    this.index[at] = position;
    return true;
  }
}
