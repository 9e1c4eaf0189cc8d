import type { Candidate } from './candidate.js';

/**
 * Chooses candidates that share no sentence, greedily, starting with the highest value. Candidates
 * with a value of 0 or less are never chosen. Returns indices, ascending. Cost: sorting the
 * candidates.
 */
export function chooseDisjoint(
  candidates: readonly Candidate[],
  worth: Float32Array,
  countA: number,
  countB: number,
): number[] {
  const order = [...candidates.keys()].filter((at) => worth[at]! > 0);
  order.sort((x, y) => worth[y]! - worth[x]! || x - y);
  const takenA = new Uint8Array(countA);
  const takenB = new Uint8Array(countB);
  const chosen = order.filter((at) => {
    const { i, n, j, m } = candidates[at]!;
    for (let x = i; x < i + n; x++) if (takenA[x] === 1) return false;
    for (let y = j; y < j + m; y++) if (takenB[y] === 1) return false;
    takenA.fill(1, i, i + n);
    takenB.fill(1, j, j + m);
    return true;
  });
  return chosen.sort((x, y) => x - y);
}
