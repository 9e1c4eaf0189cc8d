/** Which words of two texts say the same, the telling ones: what an explanation names. */
import { linkWords } from '../words/link-words.js';
import type { WordTies } from '../words/word-ties.js';
import type { WordVectors } from '../words/word-vectors.js';
import type { Neighbourhood } from './neighbourhood.js';
import type { ListedWord } from './word-list.js';

/** Two words that say the same. */
export interface WordPair {
  readonly a: string;
  readonly b: string;
  /** Whether both are written the same. */
  readonly same: boolean;
  /** How telling the pair is. */
  readonly weight: number;
}

/** The words of two texts, joined. */
export interface WordMatch {
  /** The most telling first. */
  readonly pairs: readonly WordPair[];
  /** Telling words without a partner, the most telling first. */
  readonly aloneA: readonly string[];
  readonly aloneB: readonly string[];
  /** Share of what all words tell that the pairs tell, 0 to 1. */
  readonly share: number;
}

/** Words with shorter vectors than this share of the mean are grammar ... */
const leastNorm = 0.6;
/** ... and those that are not longer than this are not missed if they lack a partner. */
const missedNorm = 0.9;

/** What is known of the words of two texts. */
export interface KnownWords {
  readonly ties: WordTies;
  readonly vectors: WordVectors;
}

/** Joins the words of two texts as word links do, the most certain first. Words that tell nothing are left out. */
export function matchWords(
  wordsA: readonly ListedWord[],
  wordsB: readonly ListedWord[],
  around: Neighbourhood,
  { ties, vectors }: KnownWords,
): WordMatch {
  const a = weigh(wordsA, 'a', around, vectors);
  const b = weigh(wordsB, 'b', around, vectors);
  const links = linkWords(ties, { a: wordsA, b: wordsB });
  links.sort((s, t) => t.confidence - s.confidence || s.a - t.a || s.b - t.b);
  const [usedA, usedB] = [new Set<string>(), new Set<string>()];
  const pairs: WordPair[] = [];
  for (const link of links) {
    const [first, second] = [a.get(link.a), b.get(link.b)];
    // A word of grammar on one side only makes its partner no less found.
    if (first) usedA.add(first.key);
    if (second) usedB.add(second.key);
    if (!first || !second) continue;
    if (pairs.some((own) => own.a === first.text || own.b === second.text)) continue;
    const same = first.key === second.key;
    pairs.push({ a: first.text, b: second.text, same, weight: first.weight + second.weight });
  }
  const total = [...a.values(), ...b.values()].reduce((sum, { weight }) => sum + weight, 0);
  const matched = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const alone = (words: ReadonlyMap<number, WeighedWord>, used: ReadonlySet<string>): string[] =>
    [...words.values()]
      .filter(({ telling, key }) => !used.has(key) && telling >= missedNorm)
      .sort((x, y) => y.weight - x.weight)
      .map(({ text }) => text);
  return {
    pairs: pairs.sort((x, y) => y.weight - x.weight),
    aloneA: alone(a, usedA),
    aloneB: alone(b, usedB),
    share: total > 0 ? matched / total : 0,
  };
}

interface WeighedWord extends ListedWord {
  readonly weight: number;
  /** Length of its vector over the mean: grammar has short ones. */
  readonly telling: number;
}

/** The telling words, by their place among all. */
function weigh(
  words: readonly ListedWord[],
  side: 'a' | 'b',
  around: Neighbourhood,
  { places, vectors }: WordVectors,
): Map<number, WeighedWord> {
  const normOf = ({ text }: ListedWord): number => vectors.norms[places.get(text) ?? -1] ?? 0;
  const mean = words.reduce((sum, word) => sum + normOf(word), 0) / Math.max(1, words.length);
  const telling = new Map<number, WeighedWord>();
  for (const [at, word] of words.entries()) {
    const isNumber = /\p{Nd}/u.test(word.key);
    if (!isNumber && normOf(word) < leastNorm * mean) continue;
    const own = isNumber || mean === 0 ? 1 : normOf(word) / mean;
    const weight = around.rarity(side, word.key) * own;
    if (weight > 0) telling.set(at, { ...word, telling: own, weight });
  }
  return telling;
}
