import { evidenceRate, type Chain } from './chain.js';

/** A gap of at least this many sentences on one side ... */
const largeGap = 9;
/** ... is a missing passage if the other side has at most this share of it. */
const smallShare = 0.25;
/**
 * Two chains are not one passage if this much evidence is missing between them: what the text in the gap
 * would have given had the passage gone on.
 */
export const mostMissing = 40;

/**
 * Joins chains that follow each other on both sides into one, unless much text is missing between them on one
 * side, or the text between them does not correspond. Cost: sorting the chains.
 *
 * @param chains sharing no sentence
 */
export function mergeChains(chains: readonly Chain[]): Chain[] {
  const byA = [...chains].sort((x, y) => x.fromA - y.fromA);
  const rank = new Map([...byA].sort((x, y) => x.fromB - y.fromB).map((chain, at) => [chain, at]));
  const merged: Chain[] = [];
  let last = -2;
  for (const chain of byA) {
    const before = merged.at(-1);
    const isNext = rank.get(chain) === last + 1;
    last = rank.get(chain)!;
    if (before !== undefined && isNext && isOnePassage(before, chain)) {
      merged[merged.length - 1] = join(before, chain);
    } else merged.push(chain);
  }
  return merged;
}

function isOnePassage(before: Chain, after: Chain): boolean {
  const gapA = after.fromA - before.toA - 1;
  const gapB = after.fromB - before.toB - 1;
  const [small, large] = [Math.min(gapA, gapB), Math.max(gapA, gapB)];
  if (large >= largeGap && small <= large * smallShare) return false;
  const size = (chain: Chain): number => chain.evidence / evidenceRate(chain);
  const rate = (before.evidence + after.evidence) / (size(before) + size(after));
  return small * rate <= mostMissing;
}

function join(before: Chain, after: Chain): Chain {
  return {
    fromA: before.fromA,
    toA: after.toA,
    fromB: before.fromB,
    toB: after.toB,
    score: Math.max(before.score, after.score),
    seeds: before.seeds + after.seeds,
    pairs: [...before.pairs, ...after.pairs],
    evidence: before.evidence + after.evidence,
  };
}
