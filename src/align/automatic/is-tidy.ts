import type { Bead } from '../../domain.js';

/** Pairs of less confidence are in doubt, as sentences without a partner are. */
const leastConfidence = 0.6;
/**
 * Runs of this many doubtful sentences on both sides may hide a passage that stands elsewhere ...
 */
const shortestRun = 3;
/** ... in long texts of this share of the square root of their sentences: small runs are common there. */
const rootShare = 1 / 6;
/** A run goes on over this many beads that are not in doubt: some pair well by chance. */
const mostSure = 1;

/**
 * Whether an ordered alignment leaves no room for text out of order: nothing that is in doubt on one side could
 * belong to something in doubt on the other. Linear.
 */
export function isTidy(ordered: readonly Bead[]): boolean {
  const least = Math.max(shortestRun, rootShare * Math.sqrt(ordered.length));
  return Math.min(longestDoubt(ordered, 'a'), longestDoubt(ordered, 'b')) < least;
}

/** The most sentences of a side that are in doubt one after the other. */
function longestDoubt(beads: readonly Bead[], side: 'a' | 'b'): number {
  let longest = 0;
  let run = 0;
  let sure = 0;
  for (const { a, b, [side]: own, confidence } of beads) {
    if (own.length === 0) continue;
    const isSure = a.length > 0 && b.length > 0 && confidence >= leastConfidence;
    sure = isSure ? sure + 1 : 0;
    if (sure > mostSure) run = 0;
    if (!isSure) run += own.length;
    longest = Math.max(longest, run);
  }
  return longest;
}
