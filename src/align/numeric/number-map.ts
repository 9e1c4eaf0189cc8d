/** Marks a free slot: no key. */
const empty = -1;

/**
 * A map from numbers to numbers: open addressing over typed arrays, which takes a third of a Map's
 * time. Keys are integers from 0 to 2^53. A look-up returns a slot, which is valid until the next
 * `put` or `add`.
 */
export class NumberMap {
  #keys: Float64Array;
  #values: Float64Array;
  #used = 0;

  /** @param slots at first, a power of 2; the order of `forEach` depends on it */
  constructor(slots = 1 << 16) {
    this.#keys = new Float64Array(slots).fill(empty);
    this.#values = new Float64Array(slots);
  }

  /** The slot of a key, or the free one it would go to. */
  slotOf(key: number): number {
    const keys = this.#keys;
    const mask = keys.length - 1;
    // Multiplicative hashing (Knuth) of the low and high halves; the product's low bits are poor.
    const hash = Math.imul(key ^ (key / 65536), 0x9e3779b1);
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (keys[slot] !== empty && keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  /** Whether a slot contains a key. */
  isUsed(slot: number): boolean {
    return this.#keys[slot] !== empty;
  }

  /** The value in a slot; 0 if it is free. */
  valueAt(slot: number): number {
    return this.#values[slot]!;
  }

  /** Puts a key and its value into the slot that `slotOf` returned for it. */
  put(slot: number, key: number, value: number): void {
    this.#values[slot] = value;
    if (this.#keys[slot] === key) return;
    this.#keys[slot] = key;
    if (++this.#used * 2 > this.#keys.length) this.#grow();
  }

  /** Adds to a key's value, which is initially 0. */
  add(key: number, amount: number): void {
    const slot = this.slotOf(key);
    this.put(slot, key, this.#values[slot]! + amount);
  }

  /** Visits all keys with their values, in an order that depends only on what was inserted. */
  forEach(visit: (key: number, value: number) => void): void {
    for (let slot = 0; slot < this.#keys.length; slot++) {
      if (this.#keys[slot] !== empty) visit(this.#keys[slot]!, this.#values[slot]!);
    }
  }

  #grow(): void {
    const keys = this.#keys;
    const values = this.#values;
    this.#keys = new Float64Array(keys.length * 2).fill(empty);
    this.#values = new Float64Array(keys.length * 2);
    for (let old = 0; old < keys.length; old++) {
      if (keys[old] === empty) continue;
      const slot = this.slotOf(keys[old]!);
      this.#keys[slot] = keys[old]!;
      this.#values[slot] = values[old]!;
    }
  }
}
