import type { Bead } from '../domain.js';
import { planAnchors } from './anchors.js';
import type { Anchor } from './anchors.js';
import { markCrossing } from './crossing.js';
import { weights } from './data/weights.js';
import { FEATURES } from './features.js';
import { bestPath } from './lattice.js';
import { readPair } from './reading.js';
import type { StreamInput } from './stream-input.js';

/** Where a bead's cosine stands among its features. */
const COSINE = FEATURES.findIndex(({ name }) => name === 'cosine');

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
  const { plane, lattice, features, scores, posteriors } = readPair(first, second, plan, weights);
  const { run } = weights.score;
  const beads: Bead[] = [];
  for (const edge of bestPath(lattice, scores, run)) {
    const from = lattice.from[edge]!;
    const to = lattice.to[edge]!;
    const fixed = lattice.fixed[edge] === 1;
    beads.push({
      a: [...plane.a.positions.subarray(lattice.rows[from]!, lattice.rows[to]!)],
      b: [...plane.b.positions.subarray(lattice.columns[from]!, lattice.columns[to]!)],
      score: features[edge * FEATURES.length + COSINE]!,
      confidence: fixed ? 1 : posteriors[edge]!,
      method: fixed ? 'anchor' : 'parallel',
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
