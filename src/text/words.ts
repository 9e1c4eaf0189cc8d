/**
 * The words of a text in a form in which two texts can be compared. In scripts without spaces
 * between words, every two neighbouring characters form a word, as in Chinese search engines:
 * dictionary boundaries (Intl.Segmenter) depend on the context, so one name would yield different
 * words in two places, and finding them takes four to nine times as long.
 */
import { toAsciiDigits } from './digits.js';
import { unspaced } from './scripts.js';
import { allMatches } from './patterns/all-matches.js';

/** A word, a number or a pair of characters. */
export interface Word {
  /** Compatibility forms and case folded; numbers in ASCII digits without thousands separators. */
  readonly text: string;
  readonly kind: 'word' | 'number' | 'pair';
  /** Whether it begins with a capital letter in the text. */
  readonly capital: boolean;
}

/** The prolonged sound mark occurs inside katakana words, but Unicode assigns it to no single script. */
const unspacedScripts = `${unspaced}ー`;
/** Excludes the digits and punctuation marks of these scripts; 〇 counts as a letter. */
const unspacedLetters = String.raw`[[${unspacedScripts}]&&[\p{L}\p{M}\p{Nl}]]`;

const unspacedLetter = new RegExp(unspacedLetters, 'v');
const unspacedRuns = new RegExp(`${unspacedLetters}+`, 'gv');
const words = new RegExp(
  String.raw`(${unspacedLetters}+)|(\p{Nd}+(?:[.,]\p{Nd}+)*)|[[\p{L}\p{M}]--${unspacedLetters}]+`,
  'gv',
);
const thousandsSeparator = /[.,](?=\p{Nd}{3}(?!\p{Nd}))/gu;
const capitalLetter = /^\p{Lu}/u;

/** Whether a text has a letter of a script without spaces between words. */
export function hasUnspacedLetter(text: string): boolean {
  return unspacedLetter.test(text);
}

/** The words of a text in order. Linear in the text. */
export function splitWords(text: string): Word[] {
  const found: Word[] = [];
  // Groups with names would be an object for every word.
  for (const [written, run, number] of allMatches(text.normalize('NFKC'), words)) {
    if (run !== undefined) {
      for (const pair of pairsOf(written)) found.push({ text: pair, kind: 'pair', capital: false });
    } else if (number !== undefined) {
      const digits = toAsciiDigits(written.replace(thousandsSeparator, ''));
      found.push({ text: digits, kind: 'number', capital: false });
    } else {
      const capital = capitalLetter.test(written);
      found.push({ text: written.toLowerCase(), kind: 'word', capital });
    }
  }
  return found;
}

/** Only the pairs among the words that `splitWords` returns. Costs next to nothing if there are none. */
export function characterPairs(text: string): string[] {
  if (!unspacedLetter.test(text)) return [];
  return (text.normalize('NFKC').match(unspacedRuns) ?? []).flatMap(pairsOf);
}

/** Every two neighbouring characters of a run, or the only character of a run of one. */
function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, k) => `${characters[k]}${character}`);
}
