import { hanNumbers, hasLongHanNumber } from './han-numbers.js';
import { hanMultipliers, numberWords } from './number-word-data.js';
import { makeLexicon, type NumberLexicon } from './number-lexicon.js';
import { NumberRun } from './number-run.js';
import type { SpelledNumber } from './spelled-number.js';
import { baseLanguage } from '../../text/tags.js';
import { isSmallLetter, WordStarts } from './word-starts.js';

const wordPattern = /[\p{L}\p{M}]+(?:[’'ʼ][\p{L}\p{M}]+)*/gu;
const wordHere = new RegExp(wordPattern.source, 'uy');

/** Whether the number words of this language are known. Chinese and Japanese always are. */
export function knowsNumberWords(language: string): boolean {
  return /^(zh|ja|yue)\b/.test(language) || numberWords[lexiconName(language)] !== undefined;
}

/** A lexicon and how its words begin, and those for 3 to 99. */
interface KnownLexicon extends NumberLexicon {
  readonly starts: WordStarts;
  readonly countingStarts: WordStarts;
}

/** The lexicon of each language, kept: making one takes longer than checking a short text. */
const lexicons = new Map<string, KnownLexicon | null>();

function lexiconOf(language: string): KnownLexicon | null {
  const name = lexiconName(language);
  const known = lexicons.get(name);
  if (known !== undefined) return known;
  const words = numberWords[name];
  const lexicon = words === undefined ? null : withStarts(makeLexicon(words));
  // Only names in our own table are kept: there are few.
  if (words !== undefined) lexicons.set(name, lexicon);
  return lexicon;
}

function withStarts(lexicon: NumberLexicon): KnownLexicon {
  const { values, multipliers } = lexicon;
  const starts = new WordStarts([...values.keys(), ...multipliers.keys()]);
  const counting = [...values].filter(([, value]) => isCount(value)).map(([word]) => word);
  return { ...lexicon, starts, countingStarts: new WordStarts(counting) };
}

function isCount(value: number | undefined): boolean {
  return value !== undefined && value >= 3 && value <= 99;
}

/** The number words of one language. */
export class NumberWords {
  readonly #language: string;
  readonly #lexicon: KnownLexicon | null;
  readonly #hasHan: boolean;
  /** Only Turkish and its relatives have special case rules; passing a language is slow. */
  readonly #hasOwnCase: boolean;

  constructor(language: string) {
    this.#language = language;
    this.#lexicon = lexiconOf(language);
    this.#hasHan = /^(zh|ja|yue|ko)\b/.test(language);
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
    const found = this.#hasHan ? hanNumbers(text) : [];
    if (this.#lexicon === null) return found;
    const { starts, values, multipliers } = this.#lexicon;
    if (!this.#hasWord(text, starts, (word) => values.has(word) || multipliers.has(word)))
      return found;
    const runs = this.#readRuns(text, this.#lexicon);
    return found.length === 0 ? runs : [...found, ...runs];
  }

  /**
   * Whether a text may have words for a number from 3 to 99, other than a single Chinese numeral; never wrongly false. Such a
   * number has a word for one: what multiplies is greater, and what adds up begins with tens.
   */
  isCounting(text: string): boolean {
    if (this.#hasHan && hasLongHanNumber(text)) return true;
    if (this.#lexicon === null) return false;
    const { countingStarts, values } = this.#lexicon;
    return this.#hasWord(text, countingStarts, (word) => isCount(values.get(word)));
  }

  /** Whether a text may have one of the words that begin so; never wrongly false. Most texts have none. */
  #hasWord(text: string, starts: WordStarts, isWanted: (word: string) => boolean): boolean {
    // What a sigma becomes depends on the letters around it.
    if (this.#hasOwnCase || text.includes('Σ'))
      return (text.match(wordPattern) ?? []).some((word) => isWanted(this.#lowerCase(word)));
    const folded = text.toLowerCase();
    let isInside = false;
    for (let at = 0; at < folded.length; at++) {
      const unit = folded.charCodeAt(at);
      if (!isInside && starts.has(unit, folded.charCodeAt(at + 1))) {
        wordHere.lastIndex = at;
        const word = wordHere.exec(folded)?.[0];
        if (word !== undefined && isWanted(word)) return true;
      }
      isInside = isSmallLetter(unit);
    }
    return false;
  }

  #lowerCase(word: string): string {
    return this.#hasOwnCase ? word.toLocaleLowerCase(this.#language) : word.toLowerCase();
  }

  #readRuns(text: string, lexicon: NumberLexicon): SpelledNumber[] {
    const run = new NumberRun(/^fr\b/.test(this.#language));
    let end = 0;
    for (const written of text.match(wordPattern) ?? []) {
      const word = this.#lowerCase(written);
      // Only characters that belong to no word are between two words.
      const start = text.indexOf(written, end);
      // Words inside a number so far are joining words.
      if (run.isOpen && !/^[\s-]*$/.test(text.slice(end, start))) run.close();
      end = start + written.length;
      if (run.isOpen && lexicon.joiners.has(word)) continue;
      const multiplier = lexicon.multipliers.get(word);
      const value = lexicon.values.get(word);
      if (multiplier !== undefined) run.multiply(multiplier, start, end);
      else if (value !== undefined) run.add(value, start, end);
      else run.close();
    }
    run.close();
    return run.found;
  }
}

/** The base language under which number words are listed: all Norwegian uses those of Bokmål. */
function lexiconName(language: string): string {
  return baseLanguage(language).replace(/^(no|nn)$/, 'nb');
}
