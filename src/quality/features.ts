/** What quality is computed from: a few numbers for each pair, none of which depends on the order of its sides. */
import type { Embedding } from '../domain.js';
import { comparableLength } from '../text/length.js';
import {
  compareWords,
  meanFound,
  missingOf,
  mostWords,
  wordsOf,
  type Missing,
  type WordRow,
} from './found-words.js';
import { languageSupport } from './language-support.js';
import type { QualityPair } from './pair.js';
import { cosineOf, lengthRatio, type QualityProfile, type Usual } from './profile.js';
import { surfaceOf, type Surface } from './surface.js';

/** The names of the numbers, in order. The long side is the one that is longer than usual beside the other. */
export const featureNames = [
  'support, weaker side',
  'support, stronger side',
  'copied',
  'copied words in small letters',
  'numbers lost',
  'ends differ',
  'beginnings differ',
  'checks',
  'length of the shorter side',
  'deviation of lengths',
  'cosine',
  'cosine above strangers',
  'cosine below the usual',
  'words found',
  'words found above strangers',
  'words found below the usual',
  'words found, worse side',
  'missing from the short side',
  'missing from the short side, at an edge',
  'missing from the short side, together',
  'missing from the long side',
  'missing from the long side, at an edge',
  'missing from the long side, together',
  'strangers and links apart',
] as const;

/**
 * The numbers of a pair, in the order of their names.
 *
 * @param at place of the pair: its texts are the embedded ones `2 * at` and `2 * at + 1`
 */
export function featuresOf(
  pair: QualityPair,
  embedding: Embedding,
  at: number,
  profile: QualityProfile,
  surface: Surface = surfaceOf(pair),
): number[] {
  const { a, b, checks } = pair;
  const supports = [a, b].map(({ text, language }) => languageSupport(text, language));
  const lengths = [comparableLength(a.text), comparableLength(b.text)] as const;
  const shorter = Math.min(...lengths);
  // Short texts vary more, roughly with the square root of their length.
  const scale = Math.max(0.8, Math.sqrt(Math.sqrt(100 / Math.max(20, shorter))));
  const deviation = deviates(lengthRatio(pair), profile.length) / scale;
  const meaning = meaningOf(embedding, at, profile, surface);
  const { cosine, found, worse } = meaning;
  const [long, short] = deviation > 0 ? [meaning.sides[1], meaning.sides[0]] : meaning.sides;
  return [
    Math.min(...supports),
    Math.max(...supports),
    surface.copied,
    surface.copiedSmall,
    surface.numbers,
    surface.ends,
    surface.begins,
    Math.min(3, checks),
    Math.log(5 + Math.min(500, shorter)),
    Math.min(8, Math.abs(deviation)),
    cosine,
    within(-4, 8, deviates(cosine, profile.strangers)),
    within(-5, 2, deviates(cosine, profile.linked)),
    found,
    within(-4, 8, deviates(found, profile.strangerWords)),
    within(-5, 2, deviates(found, profile.linkedWords)),
    worse,
    long.share,
    long.edge,
    long.run,
    short.share,
    short.edge,
    short.run,
    within(0, 10, (profile.linked.center - profile.strangers.center) / profile.strangers.spread),
  ];
}

/** What the vectors say of a pair. */
interface Meaning {
  readonly cosine: number;
  /** Mean of the words of both sides, and of the side with the lower mean. */
  readonly found: number;
  readonly worse: number;
  /** What each side says that the other one does not. */
  readonly sides: readonly [Missing, Missing];
}

/** A text of which the model knows a smaller share of the words is one that it cannot read. */
const leastKnown = 0.3;
/** What is assumed to be missing from texts that nobody can read. */
const unreadable: Missing = { share: 0.5, edge: 0, run: 0 };

function meaningOf(
  embedding: Embedding,
  at: number,
  { linked, linkedWords, strangerWords }: QualityProfile,
  { words }: Surface,
): Meaning {
  const [wordsA, wordsB] = [wordsOf(embedding, 2 * at), wordsOf(embedding, 2 * at + 1)];
  if (isUnknown(wordsA, words[0]) || isUnknown(wordsB, words[1])) {
    const usual = linkedWords.center;
    const sides = [unreadable, unreadable] as const;
    return { cosine: linked.center, found: usual, worse: usual, sides };
  }
  const [inA, inB] = compareWords(wordsA, wordsB, embedding.vectors.dimension);
  const [meanA, meanB] = [meanFound(wordsA, inA), meanFound(wordsB, inB)];
  const least = Math.max(0.2, (linkedWords.center + strangerWords.center) / 2);
  return {
    cosine: cosineOf(embedding, 2 * at, 2 * at + 1),
    found: (meanA + meanB) / 2,
    worse: Math.min(meanA, meanB),
    sides: [missingOf(wordsA, inA, least), missingOf(wordsB, inB, least)],
  };
}

function isUnknown({ count }: WordRow, words: number): boolean {
  return count < leastKnown * Math.min(words, mostWords);
}

function deviates(value: number, { center, spread }: Usual): number {
  return (value - center) / spread;
}

function within(least: number, most: number, value: number): number {
  return Math.min(most, Math.max(least, value));
}
