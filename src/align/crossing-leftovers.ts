import type { Bead } from '../domain.js';
import { findPairs } from './comparable.js';
import { markCrossing } from './crossing.js';
import type { StreamInput } from './stream-input.js';

/** A moved sentence must be this sure: most of what a translation leaves out is simply left out. */
const leastConfidence = 0.8;

/**
 * Links sentences that an ordered alignment left alone on both sides because they moved, and marks
 * these links as crossing. Beads with two sides stay as they are.
 */
export function linkLeftovers(a: StreamInput, b: StreamInput, beads: readonly Bead[]): Bead[] {
  const freeA = alone(beads, 'a');
  const freeB = alone(beads, 'b');
  if (freeA.length === 0 || freeB.length === 0) return [...beads];
  const moved = findPairs(a, b, new Set(freeA), new Set(freeB)).beads.filter(
    (bead) => bead.confidence >= leastConfidence,
  );
  if (moved.length === 0) return [...beads];
  const takenA = new Set(moved.flatMap((bead) => bead.a));
  const takenB = new Set(moved.flatMap((bead) => bead.b));
  const kept = beads.flatMap((bead) => without(bead, takenA, takenB));
  return markCrossing([...kept, ...moved]);
}

/** Sentences in beads with one side, anchors (which a person fixed so) excepted. */
function alone(beads: readonly Bead[], side: 'a' | 'b'): number[] {
  const other = side === 'a' ? 'b' : 'a';
  return beads
    .filter((bead) => bead.method === 'parallel' && bead[other].length === 0)
    .flatMap((bead) => bead[side]);
}

function without(bead: Bead, takenA: ReadonlySet<number>, takenB: ReadonlySet<number>): Bead[] {
  if (bead.a.length > 0 && bead.b.length > 0) return [bead];
  const a = bead.a.filter((position) => !takenA.has(position));
  const b = bead.b.filter((position) => !takenB.has(position));
  if (a.length + b.length === bead.a.length + bead.b.length) return [bead];
  return a.length + b.length === 0 ? [] : [{ ...bead, a, b }];
}
