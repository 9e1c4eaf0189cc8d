import type { Bead } from '../../domain.js';
import { heaviestChain } from './heaviest-chain.js';
import { readingOrder } from './reading-order.js';
import { hasTwoSides } from '../input/has-two-sides.js';

/**
 * Marks the beads out of document order (those outside the heaviest chain of beads that run in the
 * same order on both sides) and puts all beads in reading order: by stream a, with sentences found
 * only in b inserted at their place in b. O(n log n). The review must not change rows far from an
 * edit, so it compares a row with its surrounding rows instead (`markOutOfOrder` in
 * review/operations).
 */
export function markCrossing(beads: readonly Bead[]): Bead[] {
  const linked = beads.filter(hasTwoSides);
  const inChain = heaviestChain(
    linked.map((bead) => ({
      a: bead.a[0]!,
      b: bead.b[0]!,
      weight: bead.a.length + bead.b.length,
    })),
  );
  const crossing = new Set(linked.filter((_, index) => !inChain[index]));
  // Most are as they were.
  const marked = beads.map((bead) =>
    bead.crossing === crossing.has(bead) ? bead : { ...bead, crossing: !bead.crossing },
  );
  const rows = marked.map((bead) => ({ cells: [bead.a, bead.b], crossing: bead.crossing }));
  return readingOrder(rows).map((index) => marked[index]!);
}
