/**
 * Scripts grouped by how they are written. The strings are parts of character classes, to be
 * combined in patterns: new RegExp(`[${ideographic}]`, 'u').
 */
import { baseLanguage } from './tags.js';

/**
 * Chinese and Japanese: no spaces between words, and one character carries as much as two or three
 * letters.
 */
export const ideographic = String.raw`\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}`;

/**
 * Southeast Asian scripts without spaces between words, whose boundaries can only be found with a
 * dictionary.
 */
export const dictionarySegmented = String.raw`\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}`;

/** All scripts written without spaces between words. */
export const unspaced = ideographic + dictionarySegmented;

const ideograph = new RegExp(`[${ideographic}]`, 'u');

/** Whether a text has a Chinese or Japanese character. */
export function hasIdeograph(text: string): boolean {
  return ideograph.test(text);
}

const eastAsian = new RegExp(`[${ideographic}\\p{sc=Hangul}]`, 'u');
/** The East Asian blocks begin here. */
const firstEastAsian = 0x1100;

/** What a UTF-16 unit is; 0 until it is first met. */
const Unit = { Other: 1, Hangul: 2, Ideograph: 3 } as const;
const units = new Uint8Array(0x10000);

function learn(unit: number): number {
  const character = String.fromCharCode(unit);
  const found = ideograph.test(character)
    ? Unit.Ideograph
    : eastAsian.test(character)
      ? Unit.Hangul
      : Unit.Other;
  units[unit] = found;
  return found;
}

/** Number of characters of a kind, or of a later one: those of the pattern, which would make a list of them. */
function count(text: string, least: number, pattern: RegExp): number {
  let found = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < firstEastAsian) continue;
    if (unit >= 0xd800 && unit < 0xdc00) {
      if (pattern.test(String.fromCodePoint(text.codePointAt(at) ?? unit))) found++;
    } else if (((units[unit] ?? 0) || learn(unit)) >= least) found++;
  }
  return found;
}

/** Number of Chinese and Japanese characters in a text. */
export function countIdeographs(text: string): number {
  return count(text, Unit.Ideograph, ideograph);
}

/** Number of Chinese, Japanese and Korean characters in a text. */
export function countEastAsian(text: string): number {
  return count(text, Unit.Hangul, eastAsian);
}

const unspacedLanguages = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my', 'bo', 'yue', 'wuu']);

/** The separator between two sentences of a language (BCP-47): a space, or nothing. */
export function sentenceSeparator(tag: string): '' | ' ' {
  return unspacedLanguages.has(baseLanguage(tag)) ? '' : ' ';
}
