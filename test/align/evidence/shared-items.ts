import type { Channel, Mentions } from '../../../src/align/evidence/channel.js';

/** The items of the sentences from..to-1. */
function itemsOf({ ids, offsets }: Mentions, from: number, to: number): Set<number> {
  const [first, end] = [Math.max(0, from), Math.min(offsets.length - 1, to)];
  return new Set(ids.subarray(offsets[first], offsets[Math.max(first, end)]));
}

/** What the sides of the bead i..i+n-1 / j..j+m-1 have in common, by weight, and what only one of them has. */
export function sharedItems(
  { a, b, weights }: Channel,
  i: number,
  n: number,
  j: number,
  m: number,
) {
  const [ownA, ownB] = [itemsOf(a, i, i + n), itemsOf(b, j, j + m)];
  const besideA = new Set([...itemsOf(a, i - 1, i), ...itemsOf(a, i + n, i + n + 1)]);
  const besideB = new Set([...itemsOf(b, j - 1, j), ...itemsOf(b, j + m, j + m + 1)]);
  const weigh = (ids: readonly number[]): number => ids.reduce((sum, id) => sum + weights[id]!, 0);
  const onlyA = [...ownA].filter((id) => !ownB.has(id));
  const onlyB = [...ownB].filter((id) => !ownA.has(id));
  return {
    found: weigh([...ownA].filter((id) => ownB.has(id))),
    lackingA: weigh(onlyB),
    lackingB: weigh(onlyA),
    leak:
      weigh(onlyA.filter((id) => besideB.has(id))) + weigh(onlyB.filter((id) => besideA.has(id))),
  };
}
