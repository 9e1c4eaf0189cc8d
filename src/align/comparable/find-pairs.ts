import type { Bead } from '../../domain.js';
import type { Neighbours } from '../vectors/nearest-neighbours.js';
import { chaptersInside, chapterStarts } from '../input/chapters.js';
import type { StreamInput } from '../input/stream-input.js';
import { toLogOdds, toProbability } from '../numeric/logistic.js';
import type { Candidate } from './candidate.js';
import { findCandidates } from './candidates.js';
import type { OrderedReading } from './ordered.js';
import { scoreCandidates } from './score.js';
import { chooseDisjoint } from './select.js';
import { makeSpace } from './space.js';
import { calibration } from './weights.js';

/** Beads between free sentences, and the probability that each sentence is unaligned. */
export interface FoundPairs {
  /** Unordered; all have two sides and share no sentence. */
  readonly beads: readonly Bead[];
  /** Probability that the sentence is in no bead, by position. */
  readonly aloneA: Float32Array;
  readonly aloneB: Float32Array;
}

/** What a search for pairs may be given. */
export interface PairSearch {
  /** The neighbours of all sentences, if they are known. */
  readonly neighbours?: Neighbours;
  /** As in `findCandidates`. */
  readonly leastSeed?: number;
  /** Less likely beads are not proposed; half by default. */
  readonly leastProbability?: number;
  /** The most sentences on a side of a bead. */
  readonly maxBead?: number | undefined;
}

/**
 * The beads between the free sentences: candidates are scored, then rescored twice using the
 * previous scores of their rivals and neighbours, and the most likely ones that share no sentence
 * are chosen.
 *
 * @param ordered the evidence of an ordered alignment of the same streams
 */
export function findPairs(
  a: StreamInput,
  b: StreamInput,
  freeA: ReadonlySet<number>,
  freeB: ReadonlySet<number>,
  ordered: OrderedReading,
  { neighbours, leastSeed, leastProbability = 0.5, maxBead }: PairSearch = {},
): FoundPairs {
  const space = makeSpace(a, b, freeA, freeB, ordered, neighbours);
  const { countA, countB } = space.spans;
  const candidates = findCandidates(space, leastSeed, maxBead);
  const probability = scoreCandidates(space, candidates);
  const chaptersA = chapterStarts(a.stream.sentences);
  const chaptersB = chapterStarts(b.stream.sentences);
  const worth = probability.map((value, at) => {
    const { i, n, j, m } = candidates[at]!;
    if (chaptersInside(chaptersA, i, n) + chaptersInside(chaptersB, j, m) > 0) return 0;
    const isLike = space.spans.cosine(i, n, j, m) >= leastCosine;
    return isLike || isInPassage(ordered, candidates[at]!)
      ? Math.max(0, value - leastProbability)
      : 0;
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

/** Sides less like each other than this belong together only where a passage says so. */
const leastCosine = 0.21;

function isInPassage({ ofA, ofB }: OrderedReading, { i, n, j, m }: Candidate): boolean {
  const across = new Set(ofB.subarray(j, j + m));
  return ofA.subarray(i, i + n).some((bead) => bead >= 0 && across.has(bead));
}

/** Candidates chosen among rivals are right less often than each one's own probability says. */
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
