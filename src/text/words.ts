/**
 * The words of a text, in the form that two texts can be compared by. Scripts without spaces between
 * words give every two neighbouring characters instead, as search engines do with Chinese: a
 * dictionary's boundaries (Intl.Segmenter) depend on what stands beside a name, so that one name comes
 * out as different words in two places, and finding them takes four to nine times as long.
 */
import { toAsciiDigits } from './digits.js';
import { unspaced } from './scripts.js';

/** A word, a number or a pair of characters. */
export interface Word {
  /** Compatibility forms and capitals folded; numbers in ASCII digits without thousands separators. */
  readonly text: string;
  readonly kind: 'word' | 'number' | 'pair';
  /** Whether it begins with a capital letter in the text. */
  readonly capital: boolean;
}

/** The prolonged sound mark stands inside katakana words, but belongs to no one script in Unicode. */
const unspacedScripts = `${unspaced}ー`;
/** Without the digits and punctuation marks of these scripts; 〇 counts as a letter. */
const unspacedLetters = String.raw`[[${unspacedScripts}]&&[\p{L}\p{M}\p{Nl}]]`;

const unspacedLetter = new RegExp(unspacedLetters, 'v');
const unspacedRuns = new RegExp(`${unspacedLetters}+`, 'gv');
const words = new RegExp(
  String.raw`(?<unspaced>${unspacedLetters}+)|(?<number>\p{Nd}+(?:[.,]\p{Nd}+)*)|[[\p{L}\p{M}]--${unspacedLetters}]+`,
  'gv',
);
const thousandsSeparator = /[.,](?=\p{Nd}{3}(?!\p{Nd}))/gu;
const capitalLetter = /^\p{Lu}/u;

/** Whether a text has a letter of a script without spaces between words. */
export function hasUnspacedLetter(text: string): boolean {
  return unspacedLetter.test(text);
}

/** The words of a text in their order. Linear in the text. */
export function splitWords(text: string): Word[] {
  const found: Word[] = [];
  for (const { 0: written, groups } of text.normalize('NFKC').matchAll(words)) {
    if (groups?.['unspaced'] !== undefined) {
      for (const pair of pairsOf(written)) found.push({ text: pair, kind: 'pair', capital: false });
    } else if (groups?.['number'] !== undefined) {
      const digits = toAsciiDigits(written.replace(thousandsSeparator, ''));
      found.push({ text: digits, kind: 'number', capital: false });
    } else {
      const capital = capitalLetter.test(written);
      found.push({ text: written.toLowerCase(), kind: 'word', capital });
    }
  }
  return found;
}

/** The pairs alone, of those that `splitWords` gives. Costs next to nothing where there are none. */
export function characterPairs(text: string): string[] {
  if (!unspacedLetter.test(text)) return [];
  return (text.normalize('NFKC').match(unspacedRuns) ?? []).flatMap(pairsOf);
}

/** Every two neighbouring characters of a run; a character alone where there is only one. */
function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, k) => `${characters[k]}${character}`);
}
