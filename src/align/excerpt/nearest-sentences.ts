import type { Vectors } from '../../domain.js';
import { NearestRows } from '../vectors/nearest-rows.js';

/** Neighbours kept for every sentence of the short text. */
export const keptNeighbours = 8;

/**
 * The sentences of a long text that are nearest to each of a short one; of equally near ones, the first. The long text
 * comes in parts, in any order, so that its vectors need not be in memory at the same time.
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

  /** Compares the sentences from position `from` on. O(part x short text x dimension). */
  add(part: Vectors, from: number): void {
    const { k, index, cosine } = this.#rows.find(part, keptNeighbours);
    for (let row = 0; row < this.#count; row++) {
      for (let n = 0; n < k; n++) {
        const at = row * k + n;
        if (index[at]! < 0 || !this.#insert(row, from + index[at]!, cosine[at]!)) break;
      }
    }
  }

  /** Adds those of other parts of the long text, which others compared. */
  join({ index, cosine }: Pick<NearestSentences, 'index' | 'cosine'>): void {
    for (let row = 0; row < this.#count; row++) {
      for (let at = row * keptNeighbours; at < (row + 1) * keptNeighbours; at++) {
        if (index[at]! < 0 || !this.#insert(row, index[at]!, cosine[at]!)) break;
      }
    }
  }

  #insert(row: number, position: number, cosine: number): boolean {
    const first = row * keptNeighbours;
    const isNearer = (at: number): boolean =>
      cosine > this.cosine[at]! || (cosine === this.cosine[at]! && position < this.index[at]!);
    let at = first + keptNeighbours - 1;
    if (!isNearer(at)) return false;
    for (; at > first && isNearer(at - 1); at--) {
      this.cosine[at] = this.cosine[at - 1]!;
      this.index[at] = this.index[at - 1]!;
    }
    this.cosine[at] = cosine;
    this.index[at] = position;
    return true;
  }
}
