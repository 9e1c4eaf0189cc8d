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

const unspacedLanguages = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my', 'bo', 'yue', 'wuu']);

/** The separator between two sentences of a language (BCP-47): a space, or nothing. */
export function sentenceSeparator(tag: string): '' | ' ' {
  return unspacedLanguages.has(baseLanguage(tag)) ? '' : ' ';
}
