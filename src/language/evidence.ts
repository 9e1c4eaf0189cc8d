import { francAll } from 'franc';
import { data as francProfiles } from 'franc/data.js';
import { allCandidates, type Candidate } from './candidates.js';
import { wordLists } from './common-words.js';
import { countScripts, mainScript, onlyLanguage, type Script } from './scripts.js';
import { TrigramDistances } from './trigrams.js';
import { WordScores } from './word-scores.js';

/**
 * The evidence for each language that a text may be in. A long text has many paragraphs, each with
 * about forty candidates: these are plain numbers, because an object for each would take a
 * gigabyte.
 */
export interface Evidence {
  /** Number of letters of the text in the script that was judged. */
  readonly letters: number;
  /**
   * The text is certainly in one of `languages`, however short: by its script, or by marks that no
   * others use.
   */
  readonly distinct: boolean;
  /** BCP-47, unordered; never empty. */
  readonly languages: readonly string[];
  /** Log-likelihood of each language, up to a constant. */
  readonly logLikelihoods: readonly number[];
}

/** Index of the most likely language, the first alphabetically if several are equal. */
export function likeliest({ languages, logLikelihoods }: Evidence): number {
  let best = 0;
  for (let at = 1; at < languages.length; at++) {
    const own = logLikelihoods[at] ?? 0;
    const most = logLikelihoods[best] ?? 0;
    if (own > most || (own === most && (languages[at] ?? '') < (languages[best] ?? ''))) best = at;
  }
  return best;
}

/** More text than this changes nothing (UTF-16 units). */
const sampleLength = 800;
/** Nats that any hit is worth: a word in no list is evidence against all languages. */
const hitWeight = 2;
/** franc's distance for every unit of a text, at most. */
const farthest = 300;
/** Nats per unit of franc's distance (one letter's trigram missing in the profile). */
const francWeight = 0.1;
/** The distance of a language that franc lacks: as far from the best as a close relative. */
const francUnknown = 0.04;
/**
 * Penalty in nats for a language that the user did not list: it wins only on clear evidence. Text
 * that is plainly in another language must not be assigned a listed one.
 */
const unlisted = 6;
/** franc places no language further than this from the best (of 1). */
const francRange = 0.5;
/** Penalty in nats for a letter that a language does not have. */
const foreignLetter = 1.5;
/** Penalty in nats for languages with few writers: a short line is seldom in one of them. */
const rarePenalty = 0.7;
const rareLanguages = new Set('af az be cy eo eu ga gl ku ky la mk nn sq'.split(' '));
/** Foreign names have foreign letters: at most this many count. */
const maxForeign = 6;

/**
 * Scores the evidence for the language of a prepared text (see `evidenceText`): first the script,
 * then franc's trigrams, common words and letters. Null if the text contains no letter.
 *
 * @param only BCP-47 tags of the languages to expect; null for all
 */
export function weighEvidence(text: string, only: ReadonlySet<string> | null): Evidence | null {
  const sample = sampleOf(text);
  const found = weighWords(sample, only);
  if (found === null) return null;
  const { letters, distinct, languages, logLikelihoods, candidates } = found;
  const perDistance = francWeight * sample.length;
  // Only of the languages that trigrams could still bring to the top does it matter how far they are.
  const least = greatest(logLikelihoods) - perDistance * francRange;
  let near = 0;
  for (let at = 0; at < candidates.length; at++) if ((logLikelihoods[at] ?? 0) >= least) near++;
  const distances = near > 1 ? measureDistances(sample, found, least) : null;
  for (let at = 0; at < candidates.length; at++) {
    const distance = distances?.[at] ?? francUnknown;
    logLikelihoods[at] = (logLikelihoods[at] ?? 0) - perDistance * distance;
  }
  return { letters, distinct, languages, logLikelihoods };
}

/** As `weighEvidence`, but without franc, which takes much of the time. */
export function glanceAt(text: string, only: ReadonlySet<string> | null): Evidence | null {
  const sample = sampleOf(text);
  const found = weighWords(sample, only);
  if (found === null) return null;
  const { candidates, logLikelihoods } = found;
  const unasked = francWeight * sample.length * francUnknown;
  for (let at = 0; at < candidates.length; at++) {
    logLikelihoods[at] = (logLikelihoods[at] ?? 0) - unasked;
  }
  return found;
}

function sampleOf(text: string): string {
  return text.length > sampleLength ? text.slice(0, sampleLength) : text;
}

interface WordEvidence extends Evidence {
  readonly logLikelihoods: number[];
  /** Scores of `languages`; empty if the script alone decides the language. */
  readonly candidates: readonly Candidate[];
  /** The script that was judged. */
  readonly script: Script;
  /** Whether the text is in this script, so that franc takes it for that, too. */
  readonly isPure: boolean;
}

/** Scores by script, words and letters. */
function weighWords(sample: string, only: ReadonlySet<string> | null): WordEvidence | null {
  if (!beyondAscii.test(sample)) return weighPlainWords(sample, only);
  const counts = countScripts(sample);
  const script = mainScript(counts);
  if (script === null) return null;
  const letters = counts.get(script) ?? 0;
  const single = onlyLanguage[script];
  if (single !== undefined) {
    // A title in ideographs alone may be Japanese; a long passage without kana is not.
    const mayBeJapanese = script === 'Han' && (only === null || only.has('ja'));
    return {
      letters,
      distinct: script !== 'Greek' || letters > 1,
      languages: onlyLanguages(single, mayBeJapanese),
      logLikelihoods: mayBeJapanese ? [0, -1 - 0.15 * letters] : [0],
      candidates: [],
      script,
      isPure: false,
    };
  }
  const field = scriptField(script);
  const { candidates, languages } = field;
  const lower = sample.toLowerCase();
  const marks = script === 'Latin' ? weighSpanishMarks(sample) : 0;
  const logLikelihoods = field.zeros.slice();
  field.words.addTo(logLikelihoods, lower);
  addRest(logLikelihoods, field, { only, marks, foreign: foreignLetters(lower, field) });
  const distinct = script !== 'Latin' || marks > 0;
  const isPure = counts.size === 1 && 2 * letters > sample.length;
  return { letters, distinct, languages, logLikelihoods, candidates, script, isPure };
}

const beyondAscii = /[^\0-\x7f]/;

/** As `weighWords`, for a text with no other letters than A to Z: no language lacks them. */
function weighPlainWords(sample: string, only: ReadonlySet<string> | null): WordEvidence | null {
  const field = scriptField('Latin');
  const logLikelihoods = field.zeros.slice();
  const letters = field.words.addTo(logLikelihoods, sample);
  if (letters === 0) return null;
  addRest(logLikelihoods, field, { only, marks: 0, foreign: null });
  const { candidates, languages, script } = field;
  return {
    letters,
    distinct: false,
    languages,
    logLikelihoods,
    candidates,
    script,
    isPure: true,
  };
}

/** What else speaks against the languages, besides words. */
interface Against {
  readonly only: ReadonlySet<string> | null;
  /** Nats for the marks of Spanish. */
  readonly marks: number;
  /** Number of letters that each language lacks; null if none lacks any. */
  readonly foreign: readonly number[] | null;
}

function addRest(
  logLikelihoods: number[],
  { languages, rarity }: ScriptField,
  { only, marks, foreign }: Against,
): void {
  for (let at = 0; at < languages.length; at++) {
    const language = languages[at] ?? '';
    logLikelihoods[at] =
      (logLikelihoods[at] ?? 0) -
      (only === null || only.has(language) ? 0 : unlisted) -
      (rarity[at] ?? 0) -
      (language === 'es' ? 0 : marks) -
      foreignLetter * Math.min(maxForeign, foreign?.[at] ?? 0);
  }
}

const lists = new Map<string, readonly string[]>();

/** The languages of a script that only one language uses, or two: one list for all texts. */
function onlyLanguages(single: string, mayBeJapanese: boolean): readonly string[] {
  const key = mayBeJapanese ? `${single} ja` : single;
  let list = lists.get(key);
  if (list === undefined) lists.set(key, (list = key.split(' ')));
  return list;
}

/** The greatest of some numbers; -Infinity if there are none. */
function greatest(numbers: readonly number[]): number {
  let most = -Infinity;
  for (const number of numbers) if (number > most) most = number;
  return most;
}

/**
 * Nats for "¿" and "¡", which only Spanish uses: fewer in the middle of a text, where they may be
 * quoted.
 */
function weighSpanishMarks(sample: string): number {
  if (!sample.includes('¿') && !sample.includes('¡')) return 0;
  return /^\P{L}*[¿¡]/u.test(sample) ? 12 : 3;
}

/**
 * The distance of every candidate from the best of those that are likely enough, 0 to 1, as franc gives it; `francUnknown`
 * for the others. The array is used again for the next text.
 */
function measureDistances(sample: string, found: WordEvidence, least: number): Float64Array {
  const { script, isPure, languages, candidates, logLikelihoods } = found;
  const field = scriptField(script);
  const { near } = field;
  const text = sample.includes('¿') || sample.includes('¡') ? sample.replace(/[¿¡]/g, '') : sample;
  near.fill(francUnknown);
  // How a sigma is written in lower case depends on what stands behind it, which franc replaces first.
  if (!isPure || text.includes('Σ')) {
    const likely = candidates.filter((_, at) => (logLikelihoods[at] ?? 0) >= least);
    for (const [language, distance] of askFranc(text, likely)) {
      near[languages.indexOf(language)] = distance;
    }
    return near;
  }
  const franc = (field.franc ??= new TrigramDistances(
    candidates.map((each) => (each.franc && francProfiles[script]?.[each.franc]) ?? null),
  ));
  franc.measure(text.toLowerCase());
  const isAsked = (at: number): boolean =>
    (logLikelihoods[at] ?? 0) >= least && candidates[at]?.franc != null;
  let closest = Infinity;
  for (let at = 0; at < near.length; at++) {
    if (isAsked(at)) closest = Math.min(closest, franc.distances[at] ?? 0);
  }
  const range = text.length * farthest - closest;
  for (let at = 0; at < near.length; at++) {
    // What franc gives is the closeness, which it computes thus.
    if (isAsked(at)) near[at] = 1 - (1 - ((franc.distances[at] ?? 0) - closest) / range || 0);
  }
  return near;
}

/** Distance from the best language, 0 to 1, by language, for a text that may be in several scripts. */
function askFranc(text: string, near: readonly Candidate[]): Map<string, number> {
  const tags = new Map<string, string>();
  for (const { franc, language } of near) if (franc !== null) tags.set(franc, language);
  const distances = new Map<string, number>();
  if (tags.size === 0) return distances;
  for (const [code, closeness] of francAll(text, { only: [...tags.keys()], minLength: 1 })) {
    const tag = tags.get(code);
    if (tag !== undefined) distances.set(tag, 1 - closeness);
  }
  return distances;
}

/** The candidates of a script, laid out for scoring; arrays have one entry per candidate. */
interface ScriptField {
  readonly script: Script;
  readonly candidates: readonly Candidate[];
  readonly languages: readonly string[];
  /** The penalty for rare languages. */
  readonly rarity: Float64Array;
  /** One zero per candidate, to be copied. */
  readonly zeros: readonly number[];
  /** The common words of the candidates. */
  readonly words: WordScores;
  /** The trigrams of the candidates, once a text needs them: mostly a script is met in a name or two. */
  franc: TrigramDistances | null;
  /** Distances, overwritten for each text. */
  readonly near: Float64Array;
  /** By code point: 1 for the candidates that lack the letter; null if it is not a letter. */
  readonly lacking: Map<number, Uint8Array | null>;
}

const fields = new Map<Script, ScriptField>();

/** Zipf's law replaces the frequencies: the value of a hit depends on the word's rank. */
function scriptField(script: Script): ScriptField {
  const known = fields.get(script);
  if (known) return known;
  const candidates = allCandidates[script] ?? [];
  const languages = candidates.map(({ language }) => language);
  const rarity = Float64Array.from(languages, (each) =>
    rareLanguages.has(each) ? rarePenalty : 0,
  );
  // Filled with fractions first: V8 then stores the numbers unboxed, also in copies of the array.
  const zeros = languages.map(() => 0.5).fill(0);
  const words = new WordScores(
    languages.map((language) => wordLists[language] ?? ''),
    (rank) => hitWeight + Math.log(1 + 120 / (rank + 2.7)),
  );
  const lacking = new Map<number, Uint8Array | null>();
  const field: ScriptField = {
    script,
    candidates,
    languages,
    rarity,
    zeros,
    words,
    franc: null,
    near: new Float64Array(languages.length),
    lacking,
  };
  fields.set(script, field);
  return field;
}

/** Number of letters in a lower-case text that each candidate lacks; null if all have all of them. */
function foreignLetters(lower: string, field: ScriptField): number[] | null {
  // All candidates share these letters.
  if (field.script === 'Devanagari') return null;
  let sums: number[] | null = null;
  for (let at = 0; at < lower.length; at++) {
    if (lower.charCodeAt(at) < 0x80) continue;
    const code = lower.codePointAt(at) ?? 0;
    if (code > 0xffff) at++;
    const lacking = lackingIn(field, code);
    if (lacking === null) continue;
    sums ??= field.zeros.slice();
    for (let k = 0; k < sums.length; k++) sums[k] = (sums[k] ?? 0) + (lacking[k] ?? 0);
  }
  return sums;
}

function lackingIn({ lacking, candidates }: ScriptField, code: number): Uint8Array | null {
  let found = lacking.get(code);
  if (found === undefined) {
    const letter = String.fromCodePoint(code);
    found = /\p{L}/u.test(letter)
      ? Uint8Array.from(candidates, ({ letters }) => (letters.includes(letter) ? 0 : 1))
      : null;
    lacking.set(code, found);
  }
  return found;
}
