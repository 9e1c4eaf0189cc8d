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

/** What the words of one side tell. */
export interface WordWeights {
  /** How much a word means, 1 on average; 0 for grammar and for what is no word of the language. */
  weight(key: string): number;
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
  const norms = new Map<string, number>();
  for (const { text, key } of words) {
    if (norms.has(key)) continue;
    norms.set(key, word.test(key) ? (vectors.norms[places.get(text) ?? -1] ?? 0) : 0);
  }
  const common = new Set(frequent.slice(0, mostCommon));
  const rather = new Set(frequent);
  const known = [...norms.values()].filter((norm) => norm > 0);
  const mean = known.reduce((sum, norm) => sum + norm, 0) / Math.max(1, known.length);
  return {
    weight(key) {
      const share = (norms.get(key) ?? 0) / (mean || 1);
      if (share < leastNorm || (common.has(key) && share < leastCommonNorm)) return 0;
      const characters = Array.from(key).length;
      if (characters < 3 && !ideograph.test(key)) return 0;
      return Math.min(mostTelling, share) * (rather.has(key) ? commonWeight : 1);
    },
  };
}
