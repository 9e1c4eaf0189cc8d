/** Finds out quickly that a text has none of some words, for patterns that take long to say so. */

import { WordStarts } from '../numbers/word-starts.js';

/** Lower-case letters that a pattern without regard to case takes for others; of these, sigma alone is common. */
const twins =
  /[\u00b5\u017f\u0345\u03d0\u03d1\u03d5\u03d6\u03f0\u03f1\u03f5\u1c80-\u1c88\u1e9b\u1fbe\u1fd3\u1fe3\ufb05]/;

function fold(text: string): string {
  return text.toLowerCase().replaceAll('ς', 'σ');
}

/**
 * A function that tells whether a text may have one of the words with no letter before or after it, as a
 * pattern with the flags `iu` has them. It is never wrongly false. Linear in the text.
 *
 * @param words of two UTF-16 units or more
 * @param isWanted whether the word between these places counts; asked with the text in lower case
 */
export function wordFilter(
  words: readonly string[],
  isWanted: (text: string, from: number, to: number) => boolean = () => true,
): (text: string) => boolean {
  const folded = words.map(fold);
  const starts = new WordStarts(folded);
  const byStart = new Map<number, string[]>();
  for (const word of folded) {
    const start = startOf(word, 0);
    byStart.set(start, [...(byStart.get(start) ?? []), word]);
  }
  return (text) => {
    if (twins.test(text)) return true;
    const folded = fold(text);
    for (let at = 0; at < folded.length; at++) {
      if (at > 0 && isLetter(folded.charCodeAt(at - 1))) continue;
      if (!starts.has(folded.charCodeAt(at), folded.charCodeAt(at + 1))) continue;
      const some = byStart.get(startOf(folded, at));
      const isHere = (word: string): boolean =>
        hasWord(folded, word, at) && isWanted(folded, at, at + word.length);
      if (some?.some(isHere) === true) return true;
    }
    return false;
  };
}

function hasWord(text: string, word: string, at: number): boolean {
  return text.startsWith(word, at) && !isLetter(text.charCodeAt(at + word.length));
}

function startOf(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

/** Small letters of English: a check of all letters would take longer than what it saves. */
const isLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
