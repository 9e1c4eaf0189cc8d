import { commonWords } from '../language/words.js';
import { baseLanguage, intlLocale } from '../text/tags.js';
import { rulesFor } from './languages/index.js';
import type { LanguageRules } from './languages/rules.js';

/** A language's rules, prepared for lookup. */
export interface Vocabulary {
  readonly rules: LanguageRules;
  readonly always: ReadonlySet<string>;
  readonly number: ReadonlySet<string>;
  readonly seldom: ReadonlySet<string>;
  readonly often: ReadonlySet<string>;
  readonly numberEndings: readonly string[];
  /** The language's common words with their rank. */
  readonly words: ReadonlyMap<string, number>;
  /** Lower-case words that often begin sentences and are not names. */
  readonly starters: ReadonlySet<string>;
  /** Candidate boundaries: a run of marks. Global, for use with matchAll. */
  readonly marks: RegExp;
  readonly segmenter: Intl.Segmenter;
}

const vocabularies = new Map<string, Vocabulary>();

/** Counted as words because apostrophes and full stops split them off: "s", "b". */
const loneConsonant = /^[b-df-hj-np-tvxz]$/;
/** Common words beyond this rank may be nouns. */
const maxRank = 180;

/** The rules of a language, cached. */
export function vocabularyFor(language: string, marks: (extra: string) => RegExp): Vocabulary {
  const known = vocabularies.get(language);
  if (known) return known;
  const rules = rulesFor(language);
  const starters = new Set<string>();
  const words = commonWords(baseLanguage(language));
  for (const [word, rank] of words) {
    if (rank < maxRank && !loneConsonant.test(word)) starters.add(word);
  }
  for (const word of setOf(rules.starters)) starters.add(word);
  const made: Vocabulary = {
    rules,
    words,
    always: setOf(rules.always),
    number: setOf(rules.number),
    seldom: setOf(rules.seldom),
    often: setOf(rules.often),
    numberEndings: (rules.numberEndings ?? '').split(' ').filter((ending) => ending !== ''),
    starters,
    marks: marks(rules.terminators ?? ''),
    segmenter: new Intl.Segmenter(intlLocale(language), { granularity: 'sentence' }),
  };
  vocabularies.set(language, made);
  return made;
}

const setOf = (list = ''): ReadonlySet<string> =>
  new Set(list.split(' ').filter((word) => word !== ''));
