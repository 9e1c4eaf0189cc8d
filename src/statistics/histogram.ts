/** Figures of many values in little memory. */

/** Counts values in equal bins, from which quantiles are read: as exact as the bins are narrow. */
export class Histogram {
  readonly #least: number;
  readonly #width: number;
  readonly #bins: Float64Array;
  #count = 0;

  /** Values below `least` and above `most` count as these. */
  constructor(least: number, most: number, bins: number) {
    this.#least = least;
    this.#width = (most - least) / bins;
    this.#bins = new Float64Array(bins);
  }

  /** How many values there are. */
  get count(): number {
    return this.#count;
  }

  add(value: number): void {
    const bin = Math.floor((value - this.#least) / this.#width);
    const own = Math.min(this.#bins.length - 1, Math.max(0, bin));
    this.#bins[own] = (this.#bins[own] ?? 0) + 1;
    this.#count++;
  }

  /** The value that a share of all values is below, 0 to 1: the middle of its bin; NaN without values. */
  quantile(share: number): number {
    if (this.#count === 0) return NaN;
    let before = 0;
    for (const [bin, count] of this.#bins.entries()) {
      before += count;
      if (before >= share * this.#count && before > 0)
        return this.#least + (bin + 0.5) * this.#width;
    }
    return NaN;
  }

  /** Adds all values of another one with the same bins. */
  addAll(other: Histogram): void {
    for (const [bin, count] of other.#bins.entries())
      this.#bins[bin] = (this.#bins[bin] ?? 0) + count;
    this.#count += other.#count;
  }
}

/** How often each of a few names occurs. */
export class Tally {
  readonly #counts = new Map<string, number>();

  add(name: string, count = 1): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + count);
  }

  addAll(other: Tally): void {
    for (const [name, count] of other.#counts) this.add(name, count);
  }

  /** The most frequent first, then by name. */
  entries(): (readonly [name: string, count: number])[] {
    return [...this.#counts].sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1));
  }

  /** As an object with its keys in that order. */
  object(): Record<string, number> {
    return Object.fromEntries(this.entries());
  }
}
