/** Slots; a power of two. */
const slots = 1 << 20;

/**
 * Remembers a number for each of many pairs of sentences in bounded memory: a pair may push another one out, whose
 * number is then computed again.
 */
export class PairCache {
  readonly #keys = new Float64Array(slots).fill(-1);
  readonly #values = new Float64Array(slots);
  readonly #columns: number;
  readonly #compute: (i: number, j: number) => number;

  /**
   * @param columns how many second sentences there are
   * @param compute the number of a pair
   */
  constructor(columns: number, compute: (i: number, j: number) => number) {
    this.#columns = columns;
    this.#compute = compute;
  }

  get(i: number, j: number): number {
    const key = i * this.#columns + j;
    // Multiplicative hashing (Knuth) of the low and high halves.
    const hash = Math.imul(key ^ (key / 65536), 0x9e3779b1);
    const slot = (hash ^ (hash >>> 15)) & (slots - 1);
    if (this.#keys[slot] !== key) {
      this.#values[slot] = this.#compute(i, j);
      this.#keys[slot] = key;
    }
    return this.#values[slot]!;
  }
}
