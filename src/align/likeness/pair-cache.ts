/** Most slots; a power of two, as every number of them. */
const mostSlots = 1 << 20;

/**
 * Remembers a number for each of many pairs of sentences in bounded memory: a pair may push another one out, whose
 * number is then computed again.
 */
export class PairCache {
  readonly #keys: Float64Array;
  readonly #values: Float64Array;
  readonly #columns: number;
  readonly #compute: (i: number, j: number) => number;

  /**
   * @param rows how many first sentences there are
   * @param columns how many second ones
   * @param compute the number of a pair
   */
  constructor(rows: number, columns: number, compute: (i: number, j: number) => number) {
    let slots = 16;
    while (slots < Math.min(mostSlots, rows * columns)) slots *= 2;
    this.#keys = new Float64Array(slots).fill(-1);
    this.#values = new Float64Array(slots);
    this.#columns = columns;
    this.#compute = compute;
  }

  get(i: number, j: number): number {
    const key = i * this.#columns + j;
    // Multiplicative hashing (Knuth) of the low and high halves.
    const hash = Math.imul(key ^ (key / 65536), 0x9e3779b1);
    const slot = (hash ^ (hash >>> 15)) & (this.#keys.length - 1);
    if (this.#keys[slot] !== key) {
      this.#values[slot] = this.#compute(i, j);
      this.#keys[slot] = key;
    }
    return this.#values[slot]!;
  }
}
