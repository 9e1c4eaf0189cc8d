import type { Bead } from '../../domain.js';
import { isRun } from '../input/anchors.js';
import { orderedLeftovers, readOrdered } from '../comparable/ordered.js';
import { markCrossing } from '../order/mark-crossing.js';
import { pickSentences } from '../input/pick-sentences.js';
import type { StreamInput } from '../input/stream-input.js';
import { splitSwaps } from './split-swaps.js';
import { findPairs } from '../comparable/find-pairs.js';
import { hasTwoSides } from '../input/has-two-sides.js';

/**
 * A moved sentence must have at least this confidence, because most missing sentences were simply
 * left out ...
 */
const leastConfidence = 0.8;
/** ... and at least this similarity. */
const leastCosine = 0.4;
/** Less similar pairs are not grown into larger beads. */
const leastSeed = 0.3;
/**
 * With more pairs of leftovers than this (about 3 s) none are compared: this much text is missing,
 * not moved.
 */
const mostPairs = 100_000_000;

/** Adds the pairs that are out of order to an ordered alignment: neighbours that swapped, sentences that moved. */
export function linkMoved(
  a: StreamInput,
  b: StreamInput,
  ordered: readonly Bead[],
  maxBead?: number,
): Bead[] {
  return linkLeftovers(a, b, splitSwaps(a, b, ordered), maxBead);
}

/**
 * Links sentences that an ordered alignment left unaligned on both sides because they moved, and
 * marks these links as crossing. Beads with two sides are unchanged. Cost: leftovers of a times
 * leftovers of b.
 */
export function linkLeftovers(
  a: StreamInput,
  b: StreamInput,
  beads: readonly Bead[],
  maxBead?: number,
): Bead[] {
  const freeA = alone(beads, 'a');
  const freeB = alone(beads, 'b');
  if (freeA.length === 0 || freeB.length === 0) return [...beads];
  if (freeA.length * freeB.length > mostPairs) return [...beads];
  // Only the leftovers are searched: in a long text they are few, and everything else is settled.
  const [restA, restB] = [pickSentences(a, freeA), pickSentences(b, freeB)];
  const everything = (input: StreamInput): Set<number> => new Set(input.stream.sentences.keys());
  const whole = readOrdered(beads, a.stream.sentences.length, b.stream.sentences.length);
  const ordered = orderedLeftovers(whole, freeA, freeB);
  const moved = findPairs(restA, restB, everything(restA), everything(restB), ordered, {
    leastSeed,
    maxBead,
  })
    .beads.map((bead) => ({
      ...bead,
      a: bead.a.map((at) => freeA[at]!),
      b: bead.b.map((at) => freeB[at]!),
    }))
    // Neighbouring leftovers need not have been neighbours in the text.
    .filter((bead) => isSure(bead) && isRun(bead.a) && isRun(bead.b));
  if (moved.length === 0) return [...beads];
  const takenA = new Set(moved.flatMap((bead) => bead.a));
  const takenB = new Set(moved.flatMap((bead) => bead.b));
  const kept = beads.flatMap((bead) => without(bead, takenA, takenB));
  return markCrossing([...kept, ...moved]);
}

function isSure({ confidence, score }: Bead): boolean {
  return confidence >= leastConfidence && score >= leastCosine;
}

/** Sentences in beads with one side, except anchors, which a person fixed. */
function alone(beads: readonly Bead[], side: 'a' | 'b'): number[] {
  const other = side === 'a' ? 'b' : 'a';
  return beads
    .filter((bead) => bead.method === 'parallel' && bead[other].length === 0)
    .flatMap((bead) => bead[side])
    .sort((x, y) => x - y);
}

function without(bead: Bead, takenA: ReadonlySet<number>, takenB: ReadonlySet<number>): Bead[] {
  if (hasTwoSides(bead)) return [bead];
  const a = bead.a.filter((position) => !takenA.has(position));
  const b = bead.b.filter((position) => !takenB.has(position));
  if (a.length + b.length === bead.a.length + bead.b.length) return [bead];
  return a.length + b.length === 0 ? [] : [{ ...bead, a, b }];
}
