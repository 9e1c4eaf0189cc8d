/** What the chain needs to know about a link: where it begins on both sides, and its weight. */
export interface ChainLink {
  readonly a: number;
  readonly b: number;
  /** Positive; the number of sentences joined, for example. */
  readonly weight: number;
}

/**
 * The heaviest set of links that run in the same order on both sides, without everything out of
 * order. Returns one flag per link, 1 for the chain. Among equally heavy chains, the one whose
 * links come first on side a wins.
 *
 * Weighted longest increasing subsequence over a Fenwick tree of maxima, O(n log n).
 */
export function heaviestChain(links: readonly ChainLink[]): Uint8Array {
  if (isChain(links)) return new Uint8Array(links.length).fill(1);
  const order = links.map((_, index) => index);
  order.sort((x, y) => links[x]!.a - links[y]!.a || links[y]!.b - links[x]!.b);
  let size = 0;
  for (const link of links) size = Math.max(size, link.b + 1);

  // tree[p] = link that ends the heaviest chain in its range of b, -1 if there is none.
  const tree = new Int32Array(size + 1).fill(-1);
  const total = new Float64Array(links.length);
  const previous = new Int32Array(links.length).fill(-1);
  let best = -1;
  for (const at of order) {
    const link = links[at]!;
    let before = -1;
    for (let p = link.b; p > 0; p -= p & -p) {
      const candidate = tree[p]!;
      if (candidate >= 0 && (before < 0 || total[candidate]! > total[before]!)) before = candidate;
    }
    previous[at] = before;
    total[at] = link.weight + (before < 0 ? 0 : total[before]!);
    for (let p = link.b + 1; p <= size; p += p & -p) {
      const held = tree[p]!;
      if (held < 0 || total[at]! > total[held]!) tree[p] = at;
    }
    if (best < 0 || total[at]! > total[best]!) best = at;
  }

  const inChain = new Uint8Array(links.length);
  for (let at = best; at >= 0; at = previous[at]!) inChain[at] = 1;
  return inChain;
}

/** Whether all links run in the same order, as nearly all texts have them. */
function isChain(links: readonly ChainLink[]): boolean {
  for (let at = 1; at < links.length; at++) {
    const link = links[at]!;
    const before = links[at - 1]!;
    if (link.a <= before.a || link.b <= before.b) return false;
  }
  return true;
}
