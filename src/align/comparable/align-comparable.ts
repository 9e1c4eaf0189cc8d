import type { Bead } from '../../domain.js';
import { alignParallel } from '../parallel/align-parallel.js';
import type { Anchor } from '../input/anchors.js';
import { readOrdered } from './ordered.js';
import { markCrossing } from '../order/mark-crossing.js';
import type { StreamInput } from '../input/stream-input.js';
import { findPairs } from './find-pairs.js';

/** Options of `alignComparable`. */
export interface ComparableOptions {
  /** Fixed beads; their sentences take no part in the search. */
  readonly anchors?: readonly Anchor[];
  /** The streams' ordered alignment around these anchors, if already known. */
  readonly ordered?: readonly Bead[];
}

/**
 * Aligns two streams that overlap only in part, in any order. Every position of both is returned
 * exactly once, possibly most of them as 1-0 and 0-1; beads out of order are marked as crossing.
 *
 * @throws AppError `bad-anchor` if an anchor names a missing sentence, or two name the same one.
 */
export function alignComparable(
  a: StreamInput,
  b: StreamInput,
  options: ComparableOptions = {},
): Bead[] {
  const anchors = options.anchors ?? [];
  const ordered = options.ordered ?? alignParallel(a, b, { anchors });
  const fixed = ordered
    .filter(({ method }) => method === 'anchor')
    .map((bead) => ({ ...bead, crossing: false }));
  const freeA = new Set(a.stream.sentences.keys());
  const freeB = new Set(b.stream.sentences.keys());
  remove(fixed, freeA, freeB);
  const reading = readOrdered(ordered, a.stream.sentences.length, b.stream.sentences.length);
  const found = findPairs(a, b, freeA, freeB, reading);
  remove(found.beads, freeA, freeB);
  const alone = [
    ...[...freeA].map((i) => lone([i], [], found.aloneA[i]!)),
    ...[...freeB].map((j) => lone([], [j], found.aloneB[j]!)),
  ];
  return markCrossing([...fixed, ...found.beads, ...alone]);
}

function remove(beads: readonly Bead[], freeA: Set<number>, freeB: Set<number>): void {
  for (const { a, b } of beads) {
    for (const i of a) freeA.delete(i);
    for (const j of b) freeB.delete(j);
  }
}

function lone(a: readonly number[], b: readonly number[], confidence: number): Bead {
  return { a, b, score: 0, confidence, method: 'comparable', crossing: false };
}
