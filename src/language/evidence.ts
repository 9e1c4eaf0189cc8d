import { francAll } from 'franc';
import { CANDIDATES, type Candidate } from './candidates.js';
import { countScripts, mainScript, ONLY_LANGUAGE, type Script } from './scripts.js';
import { commonWords, wordsOf } from './words.js';

/** What speaks for each language a text may be in. */
export interface Evidence {
  /** Letters of the text in the script that was judged. */
  readonly letters: number;
  /** Log-likelihood of each language but for a constant, best first; never empty. */
  readonly scores: readonly Score[];
}

/** Log-likelihood of a language. */
export interface Score {
  /** BCP-47. */
  readonly language: string;
  readonly logLikelihood: number;
}

/** More of a text than this changes nothing (UTF-16 units). */
const SAMPLE = 800;
/** Nats that any hit is worth: a word that is in no list speaks against all of them. */
const HIT = 2;
/** Nats that a unit of franc's distance, one letter's trigram missing in the profile, is worth. */
const FRANC_WEIGHT = 0.1;
/** What a language franc lacks is given instead: as far from the best as a close relative. */
const FRANC_UNKNOWN = 0.04;
/**
 * Nats against a language that the user didn't list: it wins only on clear evidence. Text that is
 * plainly in another language must not be passed off as one of the list.
 */
const UNLISTED = 6;
/** franc puts no language further than this from the best (of 1). */
const FRANC_RANGE = 0.5;
/** Nats against a language for a letter that it doesn't have. */
const FOREIGN_LETTER = 1.5;
/** Nats against languages with few writers: a short line is seldom in one of them. */
const RARE = 0.7;
const RARE_LANGUAGES = new Set('af az be cy eo eu ga gl ku ky la mk nn sq'.split(' '));
/** Foreign names have foreign letters: so many at most count. */
const MAX_FOREIGN = 6;

/**
 * Weighs what a prepared text (see `evidenceText`) says of its language: the script, then franc's
 * trigrams, common words and letters. Null if there is no letter in it.
 *
 * @param only BCP-47 tags of the languages to expect; null for all
 * @param quick leaves franc out, which takes most of the time
 */
export function weighEvidence(
  text: string,
  only: ReadonlySet<string> | null,
  quick = false,
): Evidence | null {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  const counts = countScripts(sample);
  const script = mainScript(counts);
  if (script === null) return null;
  const letters = counts.get(script) ?? 0;
  const single = ONLY_LANGUAGE[script];
  if (single !== undefined) {
    const scores = [{ language: single, logLikelihood: 0 }];
    // A title in ideographs alone may be Japanese; a long passage without kana is not.
    if (script === 'Han' && (only === null || only.has('ja'))) {
      scores.push({ language: 'ja', logLikelihood: -1.5 - 0.2 * letters });
    }
    return { letters, scores };
  }
  const candidates = CANDIDATES[script] ?? [];
  const words = scoreWords(wordsOf(sample), script);
  const foreign = lettersBeyondAscii(sample);
  const scores = candidates.map((candidate) => ({
    candidate,
    logLikelihood:
      (words.get(candidate.language) ?? 0) -
      (only === null || only.has(candidate.language) ? 0 : UNLISTED) -
      (RARE_LANGUAGES.has(candidate.language) ? RARE : 0) -
      FOREIGN_LETTER * Math.min(MAX_FOREIGN, foreignLetters(foreign, candidate, script)),
  }));
  // franc is slow: it is asked about those only that its trigrams could still bring to the top.
  const reach = FRANC_WEIGHT * FRANC_RANGE * sample.length;
  const most = Math.max(...scores.map(({ logLikelihood }) => logLikelihood));
  const near = scores.filter(({ logLikelihood }) => logLikelihood >= most - reach);
  const distances = near.length > 1 && !quick ? askFranc(sample, near) : new Map<string, number>();
  return {
    letters,
    scores: scores
      .map(({ candidate: { language }, logLikelihood }) => ({
        language,
        logLikelihood:
          logLikelihood - FRANC_WEIGHT * sample.length * (distances.get(language) ?? FRANC_UNKNOWN),
      }))
      .sort((a, b) => b.logLikelihood - a.logLikelihood || compare(a.language, b.language)),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Distance from the best language, 0 to 1, by language. */
function askFranc(
  text: string,
  near: readonly { readonly candidate: Candidate }[],
): Map<string, number> {
  const tags = new Map<string, string>();
  for (const { candidate } of near) {
    if (candidate.franc !== null) tags.set(candidate.franc, candidate.language);
  }
  const distances = new Map<string, number>();
  if (tags.size === 0) return distances;
  for (const [code, closeness] of francAll(text, { only: [...tags.keys()], minLength: 1 })) {
    const tag = tags.get(code);
    if (tag !== undefined) distances.set(tag, 1 - closeness);
  }
  return distances;
}

/** What a word says for the languages of a script that have it among their common ones. */
type WordIndex = ReadonlyMap<string, readonly { language: string; score: number }[]>;

const indexes = new Map<Script, WordIndex>();

/** Zipf's law stands in for the frequencies: what a hit is worth depends on the word's rank. */
function wordIndex(script: Script): WordIndex {
  const known = indexes.get(script);
  if (known) return known;
  const index = new Map<string, { language: string; score: number }[]>();
  for (const { language } of CANDIDATES[script] ?? []) {
    for (const [word, rank] of commonWords(language)) {
      const entry = { language, score: HIT + Math.log(1 + 120 / (rank + 2.7)) };
      const entries = index.get(word);
      if (entries) entries.push(entry);
      else index.set(word, [entry]);
    }
  }
  indexes.set(script, index);
  return index;
}

function scoreWords(words: readonly string[], script: Script): Map<string, number> {
  const index = wordIndex(script);
  const scores = new Map<string, number>();
  for (const word of words) {
    for (const { language, score } of index.get(word) ?? []) {
      scores.set(language, (scores.get(language) ?? 0) + score);
    }
  }
  return scores;
}

function lettersBeyondAscii(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.toLowerCase().match(/(?![\0-\x7f])\p{L}/gu) ?? []) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

const alphabets = new Map<string, ReadonlySet<string>>();

function foreignLetters(
  counts: ReadonlyMap<string, number>,
  { letters }: Candidate,
  script: Script,
): number {
  if (script === 'Devanagari') return 0;
  let alphabet = alphabets.get(letters);
  if (!alphabet) {
    alphabet = new Set(letters);
    alphabets.set(letters, alphabet);
  }
  let sum = 0;
  for (const [letter, count] of counts) if (!alphabet.has(letter)) sum += count;
  return sum;
}
