import type { Candidate } from './candidate.js';

/** Rounds of looking for exchanges; the first few find nearly all. */
const mostRounds = 8;

/**
 * Chooses candidates that share no sentence so that the sum of `worth` is large: greedily, then by
 * exchanging chosen ones for a candidate that is worth more than all it shares sentences with.
 * Candidates worth nothing or less are never chosen. Returns indices, ascending.
 * Cost: sort of the candidates, then a few rounds over them.
 */
export function chooseDisjoint(
  candidates: readonly Candidate[],
  worth: Float32Array,
  countA: number,
  countB: number,
): number[] {
  const order = [...candidates.keys()].filter((at) => worth[at]! > 0);
  order.sort((x, y) => worth[y]! - worth[x]! || x - y);
  const ownerA = new Int32Array(countA).fill(-1);
  const ownerB = new Int32Array(countB).fill(-1);
  const set = (at: number, value: number): void => {
    const { i, n, j, m } = candidates[at]!;
    ownerA.fill(value, i, i + n);
    ownerB.fill(value, j, j + m);
  };
  const rivals = (at: number): Set<number> => {
    const { i, n, j, m } = candidates[at]!;
    const found = new Set<number>();
    for (let x = i; x < i + n; x++) if (ownerA[x]! >= 0) found.add(ownerA[x]!);
    for (let y = j; y < j + m; y++) if (ownerB[y]! >= 0) found.add(ownerB[y]!);
    return found;
  };
  for (let round = 0; round < mostRounds; round++) {
    let changed = false;
    for (const at of order) {
      const held = rivals(at);
      if (held.has(at)) continue;
      let lost = 0;
      for (const other of held) lost += worth[other]!;
      if (worth[at]! <= lost) continue;
      for (const other of held) set(other, -1);
      set(at, at);
      changed = true;
    }
    if (!changed) break;
  }
  return [...new Set([...ownerA].filter((at) => at >= 0))].sort((x, y) => x - y);
}
