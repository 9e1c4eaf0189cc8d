import type { Bead } from '../../domain.js';
import { isRun } from '../input/anchors.js';
import { orderedLeftovers, readOrdered } from '../comparable/ordered.js';
import { markCrossing } from '../order/mark-crossing.js';
import { pickSentences } from '../input/pick-sentences.js';
import type { StreamInput } from '../input/stream-input.js';
import { findPairs } from '../comparable/find-pairs.js';

/** A moved sentence must be this sure: most of what a translation leaves out is simply left out. */
const leastConfidence = 0.8;
/** ... and this similar. */
const leastCosine = 0.4;
/** Pairs less similar than this are not grown into such beads. */
const leastSeed = 0.3;
/** More pairs of leftovers than this are not compared (about 3 s): so much is missing, not moved. */
const mostPairs = 100_000_000;

/**
 * Links sentences that an ordered alignment left alone on both sides because they moved, and marks
 * these links as crossing. Beads with two sides stay as they are.
 * Cost: leftovers of a times leftovers of b.
 */
export function linkLeftovers(a: StreamInput, b: StreamInput, beads: readonly Bead[]): Bead[] {
  const freeA = alone(beads, 'a');
  const freeB = alone(beads, 'b');
  if (freeA.length === 0 || freeB.length === 0) return [...beads];
  if (freeA.length * freeB.length > mostPairs) return [...beads];
  // Only what is left is searched: in a long text that is little, and the rest is as good as settled.
  const [restA, restB] = [pickSentences(a, freeA), pickSentences(b, freeB)];
  const everything = (input: StreamInput): Set<number> => new Set(input.stream.sentences.keys());
  const whole = readOrdered(beads, a.stream.sentences.length, b.stream.sentences.length);
  const ordered = orderedLeftovers(whole, freeA, freeB);
  const moved = findPairs(restA, restB, everything(restA), everything(restB), ordered, leastSeed)
    .beads.map((bead) => ({
      ...bead,
      a: bead.a.map((at) => freeA[at]!),
      b: bead.b.map((at) => freeB[at]!),
    }))
    // What is left side by side need not have stood side by side.
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

/** Sentences in beads with one side, anchors (which a person fixed so) excepted. */
function alone(beads: readonly Bead[], side: 'a' | 'b'): number[] {
  const other = side === 'a' ? 'b' : 'a';
  return beads
    .filter((bead) => bead.method === 'parallel' && bead[other].length === 0)
    .flatMap((bead) => bead[side])
    .sort((x, y) => x - y);
}

function without(bead: Bead, takenA: ReadonlySet<number>, takenB: ReadonlySet<number>): Bead[] {
  if (bead.a.length > 0 && bead.b.length > 0) return [bead];
  const a = bead.a.filter((position) => !takenA.has(position));
  const b = bead.b.filter((position) => !takenB.has(position));
  if (a.length + b.length === bead.a.length + bead.b.length) return [bead];
  return a.length + b.length === 0 ? [] : [{ ...bead, a, b }];
}
