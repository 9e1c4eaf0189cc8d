/** A list of numbers that grows. */
export class NumberList {
  #values: Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>;
  #length = 0;

  /** @param kind of the numbers: whole ones up to 2^31, or any */
  constructor(kind: 'whole' | 'any' = 'whole') {
    this.#values = kind === 'any' ? new Float64Array(256) : new Int32Array(256);
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const Kind = this.#values instanceof Float64Array ? Float64Array : Int32Array;
      const longer = new Kind(this.#length * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length++] = value;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  get length(): number {
    return this.#length;
  }
}
