/** What is usual between two texts: single pairs are compared with it. */
import type { Embedding } from '../domain.js';
import { comparableLength } from '../text/length.js';
import { compareWords, meanFound, wordsOf, type WordRow } from './found-words.js';
import { lengthOf } from './language-lengths.js';
import type { QualityPair } from './pair.js';

/** The mean and the spread of a figure. */
export interface Usual {
  readonly center: number;
  /** As a standard deviation, never 0. */
  readonly spread: number;
}

/** What is usual between two texts. */
export interface QualityProfile {
  /** Log of b's length per length of a. */
  readonly length: Usual;
  /** Cosine of the vectors of two sides that are linked, and of two that are not. */
  readonly linked: Usual;
  readonly strangers: Usual;
  /** How well the words of two sides find each other, linked and not. */
  readonly linkedWords: Usual;
  readonly strangerWords: Usual;
}

/** Pairs that a profile is learned from, at most: the first ones. */
export const profilePairs = 2048;

/** What is assumed before any pair has been seen, and how many pairs that assumption is worth. */
const assumed = {
  linked: { center: 0.62, spread: 0.16 },
  strangers: { center: 0.06, spread: 0.08 },
  linkedWords: { center: 0.55, spread: 0.12 },
  strangerWords: { center: 0.25, spread: 0.06 },
} as const;
const lengthSpread = 0.25;
const assumedPairs = 12;

/** How far the partner of another pair stands, which is taken for a stranger. */
const strangerStep = 7;

/** Learns what is usual from the first pairs, whose texts are embedded as a1, b1, a2, b2 ... */
export function learnProfile(pairs: readonly QualityPair[], embedding: Embedding): QualityProfile {
  const [ratios, linked, strangers, linkedWords, strangerWords] = [
    [],
    [],
    [],
    [],
    [],
  ] as number[][] as [number[], number[], number[], number[], number[]];
  const count = Math.min(pairs.length, profilePairs);
  const words: WordRow[] = [];
  for (let at = 0; at < 2 * count; at++) words.push(wordsOf(embedding, at));
  const { dimension } = embedding.vectors;
  const found = (x: number, y: number): number => {
    const [a, b] = [words[2 * x], words[2 * y + 1]];
    if (!a || !b) return 0;
    const [inA, inB] = compareWords(a, b, dimension);
    return (meanFound(a, inA) + meanFound(b, inB)) / 2;
  };
  for (let at = 0; at < count; at++) {
    const pair = pairs[at];
    if (!pair) continue;
    ratios.push(lengthRatio(pair));
    linked.push(cosineOf(embedding, 2 * at, 2 * at + 1));
    linkedWords.push(found(at, at));
    const other = (at + strangerStep) % count;
    if (other === at) continue;
    strangers.push(cosineOf(embedding, 2 * at, 2 * other + 1));
    strangerWords.push(found(at, other));
  }
  const [first] = pairs;
  const center = first ? lengthOf(first.b.language) - lengthOf(first.a.language) : 0;
  return {
    length: usualOf(ratios, { center, spread: lengthSpread }),
    linked: usualOf(linked, assumed.linked),
    strangers: usualOf(strangers, assumed.strangers),
    linkedWords: usualOf(linkedWords, assumed.linkedWords),
    strangerWords: usualOf(strangerWords, assumed.strangerWords),
  };
}

/** Log of b's length per length of a. */
export function lengthRatio({ a, b }: QualityPair): number {
  return Math.log((comparableLength(b.text) + 5) / (comparableLength(a.text) + 5));
}

/** The cosine of two of the embedded texts; 0 if nothing is known of one. */
export function cosineOf({ vectors }: Embedding, x: number, y: number): number {
  const { units, dimension } = vectors;
  let sum = 0;
  for (let d = 0; d < dimension; d++) sum += units[x * dimension + d]! * units[y * dimension + d]!;
  return sum;
}

/** Median and spread, which a few odd pairs do not change. */
function usualOf(values: readonly number[], before: Usual): Usual {
  const share = values.length / (values.length + assumedPairs);
  const center = median(values);
  const deviation = 1.4826 * median(values.map((value) => Math.abs(value - center)));
  const mixed = (own: number, prior: number): number => share * own + (1 - share) * prior;
  return {
    center: mixed(center, before.center),
    spread: Math.max(before.spread / 4, mixed(deviation, before.spread)),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
