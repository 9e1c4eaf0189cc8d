/** Which words of a language mean something by themselves, and which are grammar. */
import type { WordVectors } from '../align/words/word-vectors.js';
import type { PlacedWord } from '../text/placed-words.js';

/** Words whose vectors are shorter than this share of the mean are grammar: "of", "dans", "этот" ... */
const leastNorm = 0.6;
/** ... and those that are frequent in every text as well if they are not longer than this: "when", "peut". */
const leastCommonNorm = 0.92;
const mostCommon = 120;
/** The next frequent words tell less than others: "before", "read". */
const commonWeight = 0.7;
/** Longer vectors are those of long words and of what is no word: they tell no more. */
const mostTelling = 1.2;
const word = /^\p{L}[\p{L}\p{M}\p{Nd}'’]*$/u;
const ideograph = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The subject lies as far from common words as this says beside its likeness to the whole text. */
const commonShare = 1.5;

/** What the words of one side tell. */
export interface WordWeights {
  /** How much a word means, 1 on average; 0 for grammar and for what is no word of the language. */
  weight(key: string): number;
  /**
   * How much a word belongs to the subject of the texts, about -1 to 1: its vector is like that of all their words together,
   * and unlike that of the words that every text has.
   */
  subject(key: string): number;
}

/**
 * Weighs words by the length of their vectors: the model learned short ones for words that occur everywhere.
 *
 * @param frequent the most frequent words of the language, folded, in this order; none if they are not known
 */
export function weighWords(
  words: Iterable<Pick<PlacedWord, 'text' | 'key'>>,
  { places, vectors }: WordVectors,
  frequent: readonly string[],
): WordWeights {
  const known = new Map<string, KnownWord>();
  for (const { text, key } of words) {
    const own = known.get(key);
    if (own) {
      own.count++;
      continue;
    }
    const place = places.get(text) ?? -1;
    known.set(key, { place, count: 1, norm: word.test(key) ? (vectors.norms[place] ?? 0) : 0 });
  }
  const common = new Set(frequent.slice(0, mostCommon));
  const rather = new Set(frequent);
  const norms = [...known.values()].map(({ norm }) => norm).filter((norm) => norm > 0);
  const mean = norms.reduce((sum, norm) => sum + norm, 0) / Math.max(1, norms.length) || 1;
  // Without a list, the words that the model takes for grammar stand for the common ones.
  const isCommon = (key: string, { norm }: KnownWord): boolean =>
    rather.size > 0 ? rather.has(key) : norm > 0 && norm < leastNorm * mean;
  const everywhere = centre(known, vectors, (key, own) => (isCommon(key, own) ? 1 : 0));
  const here = centre(known, vectors, (key, own) =>
    isCommon(key, own) || own.norm < leastNorm * mean ? 0 : own.count,
  );
  return {
    weight(key) {
      const share = (known.get(key)?.norm ?? 0) / mean;
      if (share < leastNorm || (common.has(key) && share < leastCommonNorm)) return 0;
      const characters = Array.from(key).length;
      if (characters < 3 && !ideograph.test(key)) return 0;
      return Math.min(mostTelling, share) * (rather.has(key) ? commonWeight : 1);
    },
    subject(key) {
      const place = known.get(key)?.place ?? -1;
      if (place < 0) return 0;
      return product(vectors, place, here) - commonShare * product(vectors, place, everywhere);
    },
  };
}

/** A word of the texts, in whatever form it was seen first. */
interface KnownWord {
  /** Of its vector; -1 if it has none. */
  readonly place: number;
  readonly norm: number;
  count: number;
}

/** The direction of all words together, by their weights; zeros if none has one. */
function centre(
  known: ReadonlyMap<string, KnownWord>,
  { units, dimension }: WordVectors['vectors'],
  weightOf: (key: string, word: KnownWord) => number,
): Float64Array {
  const sum = new Float64Array(dimension);
  for (const [key, own] of known) {
    const weight = weightOf(key, own);
    if (weight === 0 || own.place < 0) continue;
    for (let d = 0; d < dimension; d++) sum[d]! += weight * units[own.place * dimension + d]!;
  }
  const length = Math.sqrt(sum.reduce((total, part) => total + part * part, 0)) || 1;
  return sum.map((part) => part / length);
}

function product(
  { units, dimension }: WordVectors['vectors'],
  place: number,
  other: Float64Array,
): number {
  let sum = 0;
  for (let d = 0; d < dimension; d++) sum += units[place * dimension + d]! * other[d]!;
  return sum;
}
