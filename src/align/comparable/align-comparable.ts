import type { Bead } from '../../domain.js';
import type { Anchor } from '../input/anchors.js';
import type { StreamInput } from '../input/stream-input.js';
import { markCrossing } from '../order/mark-crossing.js';
import { alignPassages } from '../passages/align-passages.js';
import { findPassages, neighboursOf } from '../passages/find-passages.js';
import { fixedBeads } from './fixed-beads.js';
import { pairRest } from './pair-rest.js';
import { hasTwoSides } from '../input/has-two-sides.js';

/** Options of `alignComparable`. */
export interface ComparableOptions {
  /** Fixed beads; their sentences take no part in the search. */
  readonly anchors?: readonly Anchor[];
  /** The most sentences on a side of a bead that no anchor fixes. */
  readonly maxBead?: number | undefined;
}

/**
 * Aligns two streams that overlap only in part, in any order. Every position of both is returned
 * exactly once, possibly most of them as 1-0 and 0-1; beads out of order are marked as crossing.
 * Passages that run in parallel are evidence; each bead is judged for itself.
 *
 * @throws AppError `bad-anchor` if an anchor names a missing sentence, or two name the same one.
 */
export function alignComparable(
  a: StreamInput,
  b: StreamInput,
  { anchors = [], maxBead }: ComparableOptions = {},
): Bead[] {
  const settled = fixedBeads(a, b, anchors);
  const neighbours = neighboursOf(a, b);
  const { extents } = findPassages(a, b, neighbours, anchors);
  const evidence = alignPassages(a, b, extents, { anchors, maxBead }).flat().filter(hasTwoSides);
  const rest = pairRest(a, b, { settled, evidence, neighbours, isLoose: true, maxBead });
  return markCrossing([...settled, ...rest]);
}
