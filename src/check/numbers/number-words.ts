import { hanNumbers } from './han-numbers.js';
import { hanMultipliers, numberWords } from './number-word-data.js';
import { makeLexicon, type NumberLexicon } from './number-lexicon.js';
import { NumberRun } from './number-run.js';
import type { SpelledNumber } from './spelled-number.js';
import { baseLanguage } from '../../text/tags.js';
import { allMatches } from '../../text/patterns/all-matches.js';

const wordPattern = /[\p{L}\p{M}]+(?:[’'ʼ][\p{L}\p{M}]+)*/gu;

/** Whether the number words of this language are known. Chinese and Japanese always are. */
export function knowsNumberWords(language: string): boolean {
  return /^(zh|ja|yue)\b/.test(language) || numberWords[lexiconName(language)] !== undefined;
}

/** The lexicon of each language, kept: making one takes longer than checking a short text. */
const lexicons = new Map<string, NumberLexicon | null>();

function lexiconOf(language: string): NumberLexicon | null {
  const name = lexiconName(language);
  const known = lexicons.get(name);
  if (known !== undefined) return known;
  const words = numberWords[name];
  const lexicon = words === undefined ? null : makeLexicon(words);
  // Only names in our own table are kept: there are few.
  if (words !== undefined) lexicons.set(name, lexicon);
  return lexicon;
}

/** The number words of one language. */
export class NumberWords {
  readonly #language: string;
  readonly #lexicon: NumberLexicon | null;
  /** Only Turkish and its relatives have special case rules; passing a language is slow. */
  readonly #hasOwnCase: boolean;

  constructor(language: string) {
    this.#language = language;
    this.#lexicon = lexiconOf(language);
    this.#hasOwnCase = /^(?:tr|az|lt)\b/.test(language);
  }

  /** The value of a multiplier word or sign after digits (million, Mio, 万), or null. */
  multiplierValue(word: string): number | null {
    const han = word.length === 1 ? hanMultipliers[word] : undefined;
    if (han !== undefined) return han;
    if (this.#lexicon === null) return null;
    const { multipliers, values } = this.#lexicon;
    const key = this.#lowerCase(word);
    const value = multipliers.get(key) ?? values.get(key) ?? null;
    return value !== null && value >= 1000 ? value : null;
  }

  /** Finds numbers in words: "two hundred and six", "einundzwanzig", "三百". */
  find(text: string): SpelledNumber[] {
    const found: SpelledNumber[] = [];
    if (/^(zh|ja|yue|ko)\b/.test(this.#language)) found.push(...hanNumbers(text));
    if (this.#lexicon === null) return found;
    const { values, multipliers } = this.#lexicon;
    const isNumber = (written: string): boolean => {
      const word = this.#lowerCase(written);
      return values.has(word) || multipliers.has(word);
    };
    return text.match(wordPattern)?.some(isNumber)
      ? [...found, ...this.#readRuns(text, this.#lexicon)]
      : found;
  }

  #lowerCase(word: string): string {
    return this.#hasOwnCase ? word.toLocaleLowerCase(this.#language) : word.toLowerCase();
  }

  #readRuns(text: string, lexicon: NumberLexicon): SpelledNumber[] {
    const run = new NumberRun(/^fr\b/.test(this.#language));
    for (const match of allMatches(text, wordPattern)) {
      const word = this.#lowerCase(match[0]);
      const start = match.index;
      const end = start + match[0].length;
      if (run.end !== null && !this.#mayJoin(text.slice(run.end, start), lexicon)) run.close();
      if (run.end !== null && lexicon.joiners.has(word)) continue;
      const multiplier = lexicon.multipliers.get(word);
      const value = lexicon.values.get(word);
      if (multiplier !== undefined) run.multiply(multiplier, start, end);
      else if (value !== undefined) run.add(value, start, end);
      else run.close();
    }
    run.close();
    return run.found;
  }

  /** Only spaces, hyphens and joining words may occur inside a number. */
  #mayJoin(between: string, { joiners }: NumberLexicon): boolean {
    if (/^[\s-]*$/.test(between)) return true;
    const words = between.toLocaleLowerCase(this.#language).match(wordPattern) ?? [];
    const rest = between.replace(wordPattern, '');
    return /^[\s-]*$/.test(rest) && words.every((word) => joiners.has(word));
  }
}

/** The base language under which number words are listed: all Norwegian uses those of Bokmål. */
function lexiconName(language: string): string {
  return baseLanguage(language).replace(/^(no|nn)$/, 'nb');
}
