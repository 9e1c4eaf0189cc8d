/** A whole explanation of a pair in words. */
import { beadKey, type BeadPositions } from '../input/bead-positions.js';
import { hasTwoSides } from '../input/has-two-sides.js';
import type { StreamInput } from '../input/stream-input.js';
import type { Explanation } from '../parallel/explain.js';
import { findRivals, weighRival, type Alternative } from './alternatives.js';
import type { WordVectors } from '../words/word-vectors.js';
import { Neighbourhood, type PlacedBead } from './neighbourhood.js';
import { readPairEvidence, wordsOf } from './pair-evidence.js';
import { placeReasons, scoreReasons, type Place } from './place-reasons.js';
import { textReasons, type Reason } from './reasons.js';

/** What is to be explained, and what is known around it. */
export interface PairToExplain extends Place {
  readonly first: StreamInput;
  readonly second: StreamInput;
  /** How the aligner for parallel texts scored it. */
  readonly explanation: Explanation;
}

/** Why a pair was made, for a translator. */
export interface PairInWords {
  readonly reasons: readonly Reason[];
  /** What else was possible, the likeliest first. */
  readonly alternatives: readonly Alternative[];
}

/** The pairs whose words `explainPair` compares: the pair itself, its rivals and the rows these touch. */
export function pairsToCompare(pair: PairToExplain): BeadPositions[] {
  const rivals = findRivals(pair, pair.bead, pair.explanation);
  const touched = pair.beads.filter(
    (row) => hasTwoSides(row) && rivals.some((rival) => sharesSentence(row, rival)),
  );
  return [pair.bead, ...rivals, ...touched];
}

/** The distinct words of these pairs and of the sure ones around them as written: what `explainPair` needs vectors of. */
export function wordsToCompare(pair: PairToExplain): string[] {
  const words = pairsToCompare(pair).flatMap(({ a, b }) => [
    ...wordsOf(pair.first, a),
    ...wordsOf(pair.second, b),
  ]);
  return [...new Set([...words.map(({ text }) => text), ...around(pair).words()])];
}

/**
 * Explains a pair in words: what the texts have in common, its place, and why what else was possible lost.
 *
 * @param words vectors of `wordsToCompare`
 */
export function explainPair(pair: PairToExplain, words: WordVectors): PairInWords {
  const { first, second, bead, beads, explanation, names, show } = pair;
  const near = around(pair);
  const known = { ties: near.learnWords(words), vectors: words };
  const setting = { first, second, around: near, words: known };
  const own = hasTwoSides(bead) ? readPairEvidence(setting, bead) : null;
  const reasons = [
    ...(own === null ? [] : textReasons(own, names)),
    ...placeReasons(pair),
    ...(own !== null && explanation.chosen ? scoreReasons(explanation, bead) : []),
  ];
  const alternatives = findRivals(pair, bead, explanation).map((rival) =>
    weighRival(setting, bead, own, rival, beads, show),
  );
  return { reasons, alternatives };
}

function around({ first, second, bead, beads }: PairToExplain): Neighbourhood {
  const others = beads.filter((row) => beadKey(row) !== beadKey(bead));
  return new Neighbourhood(first, second, others, bead.a[0] ?? placeOf(bead, beads));
}

/** About where in the first stream a sentence of the second one alone stands. */
function placeOf({ b }: BeadPositions, beads: readonly PlacedBead[]): number {
  const before = beads.findLast((row) => hasTwoSides(row) && (row.b[0] ?? 0) < (b[0] ?? 0));
  return before?.a.at(-1) ?? 0;
}

function sharesSentence(x: BeadPositions, y: BeadPositions): boolean {
  return x.a.some((i) => y.a.includes(i)) || x.b.some((j) => y.b.includes(j));
}
