import type { Bead } from '../../domain.js';
import { alignParallel } from '../parallel/align-parallel.js';
import type { Anchor } from '../input/anchors.js';
import { findCandidates } from './candidates.js';
import type { Candidate } from './candidate.js';
import { toLogOdds, toProbability } from '../numeric/logistic.js';
import { scoreCandidates } from './score.js';
import { chooseDisjoint } from './select.js';
import { readOrdered } from './ordered.js';
import type { OrderedReading } from './ordered.js';
import { makeSpace } from './space.js';
import { calibration } from './weights.js';
import { markCrossing } from '../order/mark-crossing.js';
import type { StreamInput } from '../input/stream-input.js';

/** Options of `alignComparable`. */
export interface ComparableOptions {
  /** Beads that are fixed; their sentences take no part in the search. */
  readonly anchors?: readonly Anchor[];
  /** The streams' alignment in order around these anchors, where it is known already. */
  readonly ordered?: readonly Bead[];
}

/** Beads between free sentences, and what the search leaves of every sentence. */
export interface FoundPairs {
  /** In no order; all have two sides and share no sentence. */
  readonly beads: readonly Bead[];
  /** Probability that the sentence stands in no bead, by position. */
  readonly aloneA: Float32Array;
  readonly aloneB: Float32Array;
}

/** Beads less likely than this are not proposed: most sentences of such texts have no partner. */
export const leastProbability = 0.5;

/**
 * Between likely neighbours a pair needs little to look likely itself. One that says the same reaches
 * this; asking for it halves the pairs in unrelated texts and costs at most .02 F1 on any set.
 */
const leastCosine = 0.21;

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
    ...[...freeA].map((i) => bead([i], [], 0, found.aloneA[i]!)),
    ...[...freeB].map((j) => bead([], [j], 0, found.aloneB[j]!)),
  ];
  return markCrossing([...fixed, ...found.beads, ...alone]);
}

/**
 * The beads between the sentences that are free: candidates are scored, then twice more
 * knowing what the scores before say about their rivals and neighbours, and the likeliest that share
 * no sentence are taken.
 *
 * @param ordered what an alignment in order of the same streams says
 * @param least as of `findCandidates`
 */
export function findPairs(
  a: StreamInput,
  b: StreamInput,
  freeA: ReadonlySet<number>,
  freeB: ReadonlySet<number>,
  ordered: OrderedReading,
  least?: number,
): FoundPairs {
  const space = makeSpace(a, b, freeA, freeB, ordered);
  const { countA, countB } = space.spans;
  const candidates = findCandidates(space, least);
  const probability = scoreCandidates(space, candidates);
  const worth = probability.map((value, at) => {
    if (value <= leastProbability) return 0;
    const { i, n, j, m } = candidates[at]!;
    return space.spans.cosine(i, n, j, m) < leastCosine ? 0 : value - leastProbability;
  });
  const chosen = chooseDisjoint(candidates, worth, countA, countB);
  const beads = chosen.map((at) => {
    const { i, n, j, m } = candidates[at]!;
    const score = space.spans.cosine(i, n, j, m);
    return bead(run(i, n), run(j, m), score, calibrate(probability[at]!));
  });
  const aloneA = new Float32Array(countA).fill(1);
  const aloneB = new Float32Array(countB).fill(1);
  candidates.forEach((candidate, at) => lower(candidate, probability[at]!, aloneA, aloneB));
  return {
    beads,
    aloneA: aloneA.map((value) => Math.max(0, value)),
    aloneB: aloneB.map((value) => Math.max(0, value)),
  };
}

/** Of what is chosen among rivals less is right than was thought of each alone. */
function calibrate(probability: number): number {
  return toProbability(calibration.slope * toLogOdds(probability, 1e-6) + calibration.shift);
}

function lower(
  { i, n, j, m }: Candidate,
  probability: number,
  aloneA: Float32Array,
  aloneB: Float32Array,
): void {
  for (let x = i; x < i + n; x++) aloneA[x] = aloneA[x]! - probability;
  for (let y = j; y < j + m; y++) aloneB[y] = aloneB[y]! - probability;
}

function remove(beads: readonly Bead[], freeA: Set<number>, freeB: Set<number>): void {
  for (const { a, b } of beads) {
    for (const i of a) freeA.delete(i);
    for (const j of b) freeB.delete(j);
  }
}

function run(from: number, length: number): number[] {
  return Array.from({ length }, (_, k) => from + k);
}

function bead(a: readonly number[], b: readonly number[], score: number, confidence: number): Bead {
  return { a, b, score, confidence, method: 'comparable', crossing: false };
}
