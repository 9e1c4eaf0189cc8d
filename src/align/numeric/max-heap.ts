/** A number with its value in a heap. */
export interface HeapEntry {
  readonly key: number;
  readonly value: number;
}

/** A binary heap, largest value first; among equals the smaller key. Push and pop cost O(log n). */
export class MaxHeap {
  readonly #keys: number[] = [];
  readonly #values: number[] = [];

  /** A heap of all indices of an array with their values. O(n log n). */
  static of(values: Float64Array): MaxHeap {
    const heap = new MaxHeap();
    // An array in order is a heap.
    const order = [...values.keys()].sort((x, y) => values[y]! - values[x]! || x - y);
    for (const key of order) {
      heap.#keys.push(key);
      heap.#values.push(values[key]!);
    }
    return heap;
  }

  push(key: number, value: number): void {
    let at = this.#keys.length;
    this.#keys.push(key);
    this.#values.push(value);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  /** Takes the first entry out; null if there is none. */
  pop(): HeapEntry | null {
    const key = this.#keys[0];
    const value = this.#values[0];
    if (key === undefined || value === undefined) return null;
    this.#swap(0, this.#keys.length - 1);
    this.#keys.pop();
    this.#values.pop();
    this.#sink();
    return { key, value };
  }

  #sink(): void {
    const count = this.#keys.length;
    for (let at = 0; ;) {
      let first = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < count && this.#isBefore(child, first)) first = child;
      }
      if (first === at) return;
      this.#swap(at, first);
      at = first;
    }
  }

  #isBefore(x: number, y: number): boolean {
    const [valueX, valueY] = [this.#values[x]!, this.#values[y]!];
    return valueX > valueY || (valueX === valueY && this.#keys[x]! < this.#keys[y]!);
  }

  #swap(x: number, y: number): void {
    [this.#keys[x], this.#keys[y]] = [this.#keys[y]!, this.#keys[x]!];
    [this.#values[x], this.#values[y]] = [this.#values[y]!, this.#values[x]!];
  }
}
