/** A growing list of integers: no garbage but what doubling leaves. */
export class GrowingIds {
  length = 0;
  #data = new Int32Array(256);

  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = new Int32Array(2 * this.length);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.length++] = value;
  }

  /** A copy of the list. */
  values(): Int32Array {
    return this.#data.slice(0, this.length);
  }
}
