/** A link of two texts as a stretch of each: from and to (exclusive), counted in sentences from 0. */
export interface Stretch {
  readonly a: readonly [number, number];
  readonly b: readonly [number, number];
  readonly score: number;
}

/**
 * As many stretches as possible of which each begins after the one before ends, in both texts; of
 * several such choices, the same one every time. O(n log n).
 */
export function longestChain(stretches: readonly Stretch[]): Stretch[] {
  const byStart = stretches.map((stretch, index) => ({ stretch, index }));
  byStart.sort((x, y) => x.stretch.a[0] - y.stretch.a[0] || x.index - y.index);
  const byEnd = byStart.map((_, order) => order);
  const endOf = (order: number): number => byStart[order]?.stretch.a[1] ?? 0;
  byEnd.sort((x, y) => endOf(x) - endOf(y) || x - y);
  const best = new BestBefore(stretches.reduce((most, { b }) => Math.max(most, b[1]), 0));
  const lengths: number[] = [];
  const before: number[] = [];
  let ended = 0;
  for (const { stretch } of byStart) {
    for (; ended < byEnd.length; ended++) {
      const other = byEnd[ended] ?? 0;
      if (endOf(other) > stretch.a[0]) break;
      best.add(byStart[other]?.stretch.b[1] ?? 0, lengths[other] ?? 0, other);
    }
    const { length, order: last } = best.upTo(stretch.b[0]);
    lengths.push(length + 1);
    before.push(last);
  }
  let at = lengths.reduce(
    (longest, length, order) => (length > (lengths[longest] ?? 0) ? order : longest),
    0,
  );
  const chain: Stretch[] = [];
  for (; at >= 0 && byStart[at]; at = before[at] ?? -1) {
    const own = byStart[at];
    if (own) chain.push(own.stretch);
  }
  return chain.reverse();
}

/** The longest chain that ends at or before a place of the second text: a Fenwick tree. */
class BestBefore {
  readonly #lengths: Int32Array;
  readonly #orders: Int32Array;

  /** @param places the highest place */
  constructor(places: number) {
    this.#lengths = new Int32Array(places + 2);
    this.#orders = new Int32Array(places + 2).fill(-1);
  }

  add(place: number, length: number, order: number): void {
    for (let at = place + 1; at < this.#lengths.length; at += at & -at) {
      if (length <= (this.#lengths[at] ?? 0)) continue;
      this.#lengths[at] = length;
      this.#orders[at] = order;
    }
  }

  upTo(place: number): { readonly length: number; readonly order: number } {
    let [length, order] = [0, -1];
    for (let at = Math.min(place + 1, this.#lengths.length - 1); at > 0; at -= at & -at) {
      const own = this.#lengths[at] ?? 0;
      if (own > length) [length, order] = [own, this.#orders[at] ?? -1];
    }
    return { length, order };
  }
}
