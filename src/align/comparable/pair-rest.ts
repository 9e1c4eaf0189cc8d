import type { Bead } from '../../domain.js';
import { findPairs } from './find-pairs.js';
import { readOrdered, type OrderedReading } from './ordered.js';
import type { StreamInput } from '../input/stream-input.js';
import { markCrossing } from '../order/mark-crossing.js';
import type { Neighbours } from '../vectors/nearest-neighbours.js';

/** Pairs must be this likely ... */
const leastProbability = 0.3;
/** ... and this likely where there are hardly any: some pair looks good in any two texts. */
const leastAlone = 0.7;
/** ... but for this in texts of a few sentences, which chance has little room in. */
const leastAloneSmall = 0.4;
const smallText = 10;
/** Fewer pairs than this, counted by their confidence, are hardly any. */
const few = 2;

/**
 * Pairs of less than this share of the shorter text, and of less than this confidence in the mean, are what any two
 * texts of some length have: only those of so much confidence are kept.
 */
const scatteredShare = 0.2;
const scatteredConfidence = 0.57;
const leastScattered = 0.75;

/** What `pairRest` is to know. */
export interface RestSearch {
  /** Beads that stay as they are. */
  readonly settled: readonly Bead[];
  /** Pairs of all passages, those included whose order is too loose to settle them. */
  readonly evidence: readonly Bead[];
  readonly neighbours: Neighbours;
  /** Nothing is settled by a passage. */
  readonly isLoose: boolean;
  /** The most sentences on a side of a bead. */
  readonly maxBead?: number | undefined;
}

/**
 * The beads of all sentences outside the settled ones: pairs where the evidence is strong, the others one by
 * one. Cost: as `findPairs`.
 */
export function pairRest(
  a: StreamInput,
  b: StreamInput,
  { settled, evidence, neighbours, isLoose, maxBead }: RestSearch,
): Bead[] {
  const freeA = free(a, settled, 'a');
  const freeB = free(b, settled, 'b');
  if (freeA.size === 0 && freeB.size === 0) return [];
  const reading = readPassages(evidence, a.stream.sentences.length, b.stream.sentences.length);
  const found = findPairs(a, b, freeA, freeB, reading, {
    neighbours,
    leastProbability,
    maxBead,
  });
  const total = found.beads.reduce((sum, { confidence }) => sum + confidence, 0);
  const size = Math.max(a.stream.sentences.length, b.stream.sentences.length);
  const doubtful = size <= smallText ? leastAloneSmall : leastAlone;
  const shorter = Math.min(a.stream.sentences.length, b.stream.sentences.length);
  const isScattered =
    size > smallText &&
    found.beads.length < scatteredShare * shorter &&
    total < scatteredConfidence * found.beads.length;
  const least = !isLoose ? 0 : isScattered ? leastScattered : total < few ? doubtful : 0;
  const beads = found.beads.filter(({ confidence }) => confidence >= least);
  for (const bead of beads) {
    for (const i of bead.a) freeA.delete(i);
    for (const j of bead.b) freeB.delete(j);
  }
  return [
    ...beads,
    ...Array.from(freeA, (i) => alone([i], [], found.aloneA[i]!)),
    ...Array.from(freeB, (j) => alone([], [j], found.aloneB[j]!)),
  ];
}

/** What passages say about the sentences of two texts, as the search for pairs reads it. */
export function readPassages(
  pairs: readonly Bead[],
  countA: number,
  countB: number,
): OrderedReading {
  const restA = unused(pairs, 'a', countA).map((i) => alone([i], [], 0));
  const restB = unused(pairs, 'b', countB).map((j) => alone([], [j], 0));
  return readOrdered(markCrossing([...pairs, ...restA, ...restB]), countA, countB);
}

function free({ stream }: StreamInput, beads: readonly Bead[], side: 'a' | 'b'): Set<number> {
  return new Set(unused(beads, side, stream.sentences.length));
}

function unused(beads: readonly Bead[], side: 'a' | 'b', count: number): number[] {
  const used = new Uint8Array(count);
  for (const bead of beads) for (const position of bead[side]) used[position] = 1;
  return [...used.keys()].filter((position) => used[position] === 0);
}

function alone(a: readonly number[], b: readonly number[], confidence: number): Bead {
  return { a, b, score: 0, confidence, method: 'comparable', crossing: false };
}
