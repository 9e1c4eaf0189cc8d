/** Which words of two texts say the same, as far as spelling, the texts' own terms and the model's vectors tell. */
import type { Vectors } from '../../domain.js';
import type { Neighbourhood } from './neighbourhood.js';
import type { ListedWord } from './word-list.js';

/** Vectors of words, by the word as written. */
export interface WordVectors {
  readonly places: ReadonlyMap<string, number>;
  readonly vectors: Vectors;
}

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

/** Words as similar as this mean the same to the bundled model ... */
const leastSimilar = 0.5;
/** ... and to any model if they are this many standard deviations above the mean of all pairs. */
const leastDeviations = 3;
/** Words with shorter vectors than this share of the mean are grammar ... */
const leastNorm = 0.6;
/** ... and those that are not longer than this are not missed if they lack a partner. */
const missedNorm = 0.9;
const prefix = 5;

/** Joins the words of two texts, the most similar first. Words that tell nothing are left out, unless `common`. */
export function matchWords(
  wordsA: readonly ListedWord[],
  wordsB: readonly ListedWord[],
  around: Neighbourhood,
  known: WordVectors,
): WordMatch {
  const a = weigh(wordsA, 'a', around, known);
  const b = weigh(wordsB, 'b', around, known);
  const cosines = a.map((x) => b.map((y) => cosine(known, x.text, y.text)));
  const least = leastCosine(cosines.flat());
  const ties: { readonly x: number; readonly y: number; readonly tie: number }[] = [];
  a.forEach((first, x) => {
    b.forEach((second, y) => {
      const tie = tieOf(first.key, second.key, around, cosines[x]?.[y] ?? 0, least);
      if (tie > 0) ties.push({ x, y, tie });
    });
  });
  ties.sort((s, t) => t.tie - s.tie || s.x - t.x || s.y - t.y);
  const usedA = new Set<number>();
  const usedB = new Set<number>();
  const pairs: WordPair[] = [];
  for (const { x, y } of ties) {
    const [first, second] = [a[x], b[y]];
    if (first === undefined || second === undefined || usedA.has(x) || usedB.has(y)) continue;
    usedA.add(x);
    usedB.add(y);
    const same = first.key === second.key;
    pairs.push({ a: first.text, b: second.text, same, weight: first.weight + second.weight });
  }
  const total = [...a, ...b].reduce((sum, { weight }) => sum + weight, 0);
  const told = pairs.reduce((sum, { weight }) => sum + weight, 0);
  const alone = (words: readonly WeighedWord[], used: ReadonlySet<number>): string[] =>
    words
      .filter(({ telling }, at) => !used.has(at) && telling >= missedNorm)
      .sort((x, y) => y.weight - x.weight)
      .map(({ text }) => text);
  return {
    pairs: pairs.sort((x, y) => y.weight - x.weight),
    aloneA: alone(a, usedA),
    aloneB: alone(b, usedB),
    share: total > 0 ? told / total : 0,
  };
}

interface WeighedWord extends ListedWord {
  readonly weight: number;
  /** Length of its vector over the mean: grammar has short ones. */
  readonly telling: number;
}

function weigh(
  words: readonly ListedWord[],
  side: 'a' | 'b',
  around: Neighbourhood,
  { places, vectors }: WordVectors,
): WeighedWord[] {
  const normOf = ({ text }: ListedWord): number => vectors.norms[places.get(text) ?? -1] ?? 0;
  const mean = words.reduce((sum, word) => sum + normOf(word), 0) / Math.max(1, words.length);
  return words
    .filter((word) => normOf(word) >= leastNorm * mean || /\p{Nd}/u.test(word.key))
    .map((word) => {
      const telling = /\p{Nd}/u.test(word.key) || mean === 0 ? 1 : normOf(word) / mean;
      return { ...word, telling, weight: around.rarity(side, word.key) * telling };
    })
    .filter(({ weight }) => weight > 0);
}

/** How strongly two words are tied, 0 if not at all. */
function tieOf(
  a: string,
  b: string,
  around: Neighbourhood,
  similarity: number,
  least: number,
): number {
  if (a === b) return 3;
  // Different numbers mean different things, however similar the model finds them.
  if (/\p{Nd}/u.test(a) && /\p{Nd}/u.test(b)) return 0;
  if (around.areTerms(a, b)) return 2 + similarity;
  if (a.length >= prefix && b.length >= prefix && a.slice(0, prefix) === b.slice(0, prefix))
    return 1 + similarity;
  return similarity >= least ? similarity : 0;
}

function leastCosine(cosines: readonly number[]): number {
  const mean = cosines.reduce((sum, value) => sum + value, 0) / Math.max(1, cosines.length);
  const squares = cosines.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / Math.max(1, cosines.length));
  // Two short texts have too few strangers among their words to tell what is usual.
  return mean < 0.4 ? leastSimilar : Math.min(0.97, mean + leastDeviations * deviation);
}

function cosine({ places, vectors }: WordVectors, a: string, b: string): number {
  const { units, dimension } = vectors;
  const x = places.get(a);
  const y = places.get(b);
  if (x === undefined || y === undefined) return 0;
  let sum = 0;
  for (let d = 0; d < dimension; d++) sum += units[x * dimension + d]! * units[y * dimension + d]!;
  return sum;
}
