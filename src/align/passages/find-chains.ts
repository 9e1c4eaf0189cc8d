import type { Chain } from './chain.js';
import { linkBonus, type SeedChains } from './seed-chains.js';
import type { Seeds } from './seeds.js';

/** A chain ends where its score has fallen this far below its best (X-drop, as in BLAST). */
const mostDrop = 3;
/** A link that costs more than this is a jump: the text jumped over may belong elsewhere. */
const dearestLink = 2.5;

/**
 * Finds the chains of seeds that share no sentence, the best first: the best chain is taken, the seeds
 * in its rows and columns are removed, and so on while one scores `least`. Where a chain jumps, it is cut, so
 * that the text inside the jump stays free (two swapped chapters that it jumped over).
 *
 * Cost: as `SeedChains`, plus what the removals touch.
 */
export function findChains(chains: SeedChains, seeds: Seeds, least: number): Chain[] {
  const found: Chain[] = [];
  for (let path = chains.takeBest(least); path !== null; path = chains.takeBest(least)) {
    const { part, score } = bestPart(path, chains);
    const pieces = cutAtJumps(part, seeds, chains).map((own) => toChain(own, score, seeds, chains));
    // A part may score less than the path it was cut from.
    if (score >= least) found.push(...pieces);
    chains.remove(pieces);
  }
  return found;
}

/**
 * The best part of a path after it is cut wherever its score drops, and each part is trimmed at its front. The
 * other parts are found again without it.
 */
function bestPart(
  path: readonly number[],
  chains: SeedChains,
): { readonly part: readonly number[]; readonly score: number } {
  const scores = path.map((seed) => chains.scoreOf(seed));
  let best = { part: path, score: -Infinity };
  for (let from = 0; from < path.length;) {
    const end = endOfPart(scores, from);
    const before = from > 0 ? scores[from - 1]! : 0;
    let lowest = before;
    let start = from;
    for (let at = from; at <= end; at++) {
      if (scores[at]! > lowest) continue;
      lowest = scores[at]!;
      start = at + 1;
    }
    const score = start > end ? -Infinity : scores[end]! - (start > 0 ? scores[start - 1]! : 0);
    if (score > best.score) best = { part: path.slice(start, end + 1), score };
    from = end + 1;
  }
  return best;
}

/** Where the best score is before the first drop. */
function endOfPart(scores: readonly number[], from: number): number {
  let end = from;
  for (let at = from; at < scores.length; at++) {
    if (scores[at]! > scores[end]!) end = at;
    if (scores[at]! < scores[end]! - mostDrop) break;
  }
  return end;
}

function cutAtJumps(part: readonly number[], { a, b }: Seeds, chains: SeedChains): number[][] {
  const pieces: number[][] = [];
  part.forEach((seed, at) => {
    const before = part[at - 1];
    if (before === undefined) pieces.push([seed]);
    else {
      const bonus = a[seed]! > a[before]! && b[seed]! > b[before]! ? linkBonus : 0;
      const cost = chains.scoreOf(before) + chains.weightOf(seed) + bonus - chains.scoreOf(seed);
      if (cost > dearestLink) pieces.push([seed]);
      else pieces.at(-1)?.push(seed);
    }
  });
  return pieces;
}

function toChain(
  piece: readonly number[],
  score: number,
  { a, b }: Seeds,
  chains: SeedChains,
): Chain {
  const [first, last] = [piece[0]!, piece.at(-1)!];
  return {
    fromA: a[first]!,
    toA: a[last]!,
    fromB: b[first]!,
    toB: b[last]!,
    score,
    seeds: new Set(piece.map((seed) => a[seed]!)).size,
    pairs: piece.map((seed) => [a[seed]!, b[seed]!] as const),
    evidence: piece.reduce((total, seed) => total + chains.weightOf(seed) + linkBonus, 0),
  };
}
