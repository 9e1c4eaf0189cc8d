import type { Bead } from '../domain.js';
import { planAnchors } from './anchors.js';
import type { Anchor } from './anchors.js';
import { markCrossing } from './crossing.js';
import { cheapScores, pruneBeads } from './first-pass.js';
import { bestPath, edgePosteriors } from './lattice.js';
import { makePlane } from './plane.js';
import type { StreamInput } from './stream-input.js';

/** Hand weights until the fitted ones are there. */
const HAND = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -2, 0, 0];

export interface ParallelOptions {
  /** Beads that are fixed; everything between them is aligned around them. */
  readonly anchors?: readonly Anchor[];
}

/**
 * Aligns two streams that say the same thing in the same order.
 * Every position of both sides stands in exactly one bead; beads ascend, but for anchors that don't.
 *
 * @throws AppError `bad-anchor` for anchors that name a missing sentence or one twice.
 */
export function alignParallel(
  first: StreamInput,
  second: StreamInput,
  options: ParallelOptions = {},
): Bead[] {
  const plan = planAnchors(
    options.anchors ?? [],
    first.stream.sentences.length,
    second.stream.sentences.length,
  );
  const plane = makePlane(first, second, plan);
  const lattice = pruneBeads(plane, HAND, 12);
  const scores = cheapScores(plane, lattice, HAND);
  const path = bestPath(lattice, scores.scores);
  const posteriors = edgePosteriors(lattice, scores.scores);
  const beads: Bead[] = [];
  for (const edge of path) {
    const i = lattice.rows[lattice.from[edge]!]!;
    const j = lattice.columns[lattice.from[edge]!]!;
    const i2 = lattice.rows[lattice.to[edge]!]!;
    const j2 = lattice.columns[lattice.to[edge]!]!;
    beads.push({
      a: [...plane.a.positions.subarray(i, i2)],
      b: [...plane.b.positions.subarray(j, j2)],
      score: scores.cosines[edge]!,
      confidence: posteriors[edge]!,
      method: lattice.fixed[edge] === 1 ? 'anchor' : 'parallel',
      crossing: false,
    });
  }
  return weave(beads, plan.aside, first.stream.sentences.length, second.stream.sentences.length);
}

/** Adds what was set aside: anchors out of order and sentences that can't be aligned. */
function weave(
  beads: readonly Bead[],
  aside: readonly Anchor[],
  countA: number,
  countB: number,
): Bead[] {
  const all: Bead[] = [...beads];
  for (const { a, b } of aside) {
    all.push({
      a,
      b,
      score: 0,
      confidence: 1,
      method: 'anchor',
      crossing: false,
    });
  }
  const seenA = new Uint8Array(countA);
  const seenB = new Uint8Array(countB);
  for (const { a, b } of all) {
    for (const i of a) seenA[i] = 1;
    for (const j of b) seenB[j] = 1;
  }
  const lone = { score: 0, confidence: 1, method: 'parallel', crossing: false } as const;
  for (let i = 0; i < countA; i++) if (seenA[i] === 0) all.push({ ...lone, a: [i], b: [] });
  for (let j = 0; j < countB; j++) if (seenB[j] === 0) all.push({ ...lone, a: [], b: [j] });
  return markCrossing(all);
}
