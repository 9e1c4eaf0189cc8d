import type { Bead } from '../../domain.js';
import type { StreamInput } from '../input/stream-input.js';
import { toLogOdds, toProbability } from '../numeric/logistic.js';
import type { Candidate } from './candidate.js';
import { findCandidates } from './candidates.js';
import type { OrderedReading } from './ordered.js';
import { scoreCandidates } from './score.js';
import { chooseDisjoint } from './select.js';
import { makeSpace } from './space.js';
import { calibration } from './weights.js';

/** Beads between free sentences, and what the search leaves of every sentence. */
export interface FoundPairs {
  /** In no order; all have two sides and share no sentence. */
  readonly beads: readonly Bead[];
  /** Probability that the sentence stands in no bead, by position. */
  readonly aloneA: Float32Array;
  readonly aloneB: Float32Array;
}

/** Beads less likely than this are not proposed: most sentences of such texts have no partner. */
const leastProbability = 0.5;

/**
 * Between likely neighbours a pair needs little to look likely itself. One that says the same reaches
 * this; asking for it halves the pairs in unrelated texts and costs at most .02 F1 on any set.
 */
const leastCosine = 0.21;

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

function run(from: number, length: number): number[] {
  return Array.from({ length }, (_, k) => from + k);
}

function bead(a: readonly number[], b: readonly number[], score: number, confidence: number): Bead {
  return { a, b, score, confidence, method: 'comparable', crossing: false };
}
