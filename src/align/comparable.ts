import type { Bead } from '../domain.js';
import { planAnchors } from './anchors.js';
import type { Anchor } from './anchors.js';
import { nearestNeighbours } from './comparable-neighbours.js';
import type { NeighbourTable } from './comparable-neighbours.js';
import { markCrossing } from './crossing.js';
import type { StreamInput } from './stream-input.js';

/** Options of `alignComparable`. */
export interface ComparableOptions {
  /** Beads that are fixed; their sentences take no part in the search. */
  readonly anchors?: readonly Anchor[];
}

/** Neighbours that make up a sentence's background (Artetxe & Schwenk 2019 take 4). */
const neighbours = 4;

/** A pair is taken when its margin (cosine over background) reaches this ... */
const leastMargin = 1.2;
/** ... and its cosine this. */
const leastCosine = 0.35;

/**
 * Aligns two streams that overlap only in part, in any order. Every position of both comes out
 * exactly once, most of them perhaps as 1-0 and 0-1; what is out of order is marked as crossing.
 *
 * @throws AppError `bad-anchor` for anchors that name a missing sentence or one twice.
 */
export function alignComparable(
  a: StreamInput,
  b: StreamInput,
  options: ComparableOptions = {},
): Bead[] {
  const anchors = options.anchors ?? [];
  planAnchors(anchors, a.stream.sentences.length, b.stream.sentences.length);
  const fixed = anchors.map((anchor): Bead => ({
    ...bead(anchor.a, anchor.b, 0, 1),
    method: 'anchor',
  }));
  const freeA = positionsWithout(
    a,
    fixed.flatMap((anchor) => anchor.a),
  );
  const freeB = positionsWithout(
    b,
    fixed.flatMap((anchor) => anchor.b),
  );
  const found = findPairs(a, b, freeA, freeB);
  for (const pair of found) {
    for (const i of pair.a) freeA.delete(i);
    for (const j of pair.b) freeB.delete(j);
  }
  const alone = [
    ...[...freeA].map((i) => bead([i], [], 0, 0.5)),
    ...[...freeB].map((j) => bead([], [j], 0, 0.5)),
  ];
  return markCrossing([...fixed, ...found, ...alone]);
}

/** The beads between the sentences that are free, in no order; all have two sides. */
export function findPairs(
  a: StreamInput,
  b: StreamInput,
  freeA: ReadonlySet<number>,
  freeB: ReadonlySet<number>,
): Bead[] {
  const nearest = nearestNeighbours(a.embedding.vectors, b.embedding.vectors, neighbours);
  const backgroundA = background(nearest.a);
  const backgroundB = background(nearest.b);
  const beads: Bead[] = [];
  for (let i = 0; i < nearest.a.count; i++) {
    const j = nearest.a.k > 0 ? nearest.a.index[i * nearest.a.k]! : -1;
    if (j < 0 || nearest.b.index[j * nearest.b.k] !== i || !freeA.has(i) || !freeB.has(j)) continue;
    const cosine = nearest.a.cosine[i * nearest.a.k]!;
    const margin = (2 * cosine) / (backgroundA[i]! + backgroundB[j]!);
    if (cosine >= leastCosine && margin >= leastMargin) {
      beads.push(bead([i], [j], cosine, Math.max(0, Math.min(1, cosine))));
    }
  }
  return beads;
}

function positionsWithout(input: StreamInput, taken: readonly number[]): Set<number> {
  const free = new Set(input.stream.sentences.keys());
  for (const position of taken) free.delete(position);
  return free;
}

function bead(a: readonly number[], b: readonly number[], score: number, confidence: number): Bead {
  return { a, b, score, confidence, method: 'comparable', crossing: false };
}

/** Mean cosine with the k nearest: what a sentence reaches with anything at all. */
function background(table: NeighbourTable): Float32Array {
  const mean = new Float32Array(table.count);
  for (let row = 0; row < table.count; row++) {
    let sum = 0;
    for (let n = 0; n < table.k; n++) sum += table.cosine[row * table.k + n]!;
    mean[row] = sum / Math.max(1, table.k);
  }
  return mean;
}
