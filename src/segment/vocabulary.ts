import { commonWords } from '../language/words.js';
import { rulesFor } from './languages/index.js';
import type { LanguageRules } from './languages/rules.js';

/** A language's rules, ready for looking up. */
export interface Vocabulary {
  readonly rules: LanguageRules;
  readonly always: ReadonlySet<string>;
  readonly number: ReadonlySet<string>;
  readonly seldom: ReadonlySet<string>;
  readonly often: ReadonlySet<string>;
  readonly numberEndings: readonly string[];
  /** Lower-case words that often begin sentences and are no names. */
  readonly starters: ReadonlySet<string>;
  /** Candidate boundaries: a run of marks. Global; callers use matchAll. */
  readonly marks: RegExp;
  readonly segmenter: Intl.Segmenter;
}

const vocabularies = new Map<string, Vocabulary>();

/** Particles of names are common words, too, but say nothing of a new sentence after "J." */
const PARTICLES = new Set(
  'de da di la le van von der den des du del al el ter ten dos das do los les af av zu della'.split(
    ' ',
  ),
);
/** Common words past this rank may be nouns. */
const MAX_RANK = 180;

/** Rules of a language, made once and kept. */
export function vocabularyFor(language: string, marks: (extra: string) => RegExp): Vocabulary {
  const known = vocabularies.get(language);
  if (known) return known;
  const rules = rulesFor(language);
  const starters = new Set<string>();
  for (const [word, rank] of commonWords(language.split('-')[0] ?? language)) {
    if (rank < MAX_RANK && !PARTICLES.has(word)) starters.add(word);
  }
  const made: Vocabulary = {
    rules,
    always: setOf(rules.always),
    number: setOf(rules.number),
    seldom: setOf(rules.seldom),
    often: setOf(rules.often),
    numberEndings: (rules.numberEndings ?? '').split(' ').filter((ending) => ending !== ''),
    starters,
    marks: marks(rules.terminators ?? ''),
    segmenter: new Intl.Segmenter(localeOf(language), { granularity: 'sentence' }),
  };
  vocabularies.set(language, made);
  return made;
}

const setOf = (list = ''): ReadonlySet<string> =>
  new Set(list.split(' ').filter((word) => word !== ''));

/** A tag that Intl accepts; whatever was typed after `--lang`, splitting goes on. */
function localeOf(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
