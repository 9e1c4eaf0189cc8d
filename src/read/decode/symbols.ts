/**
 * Characters as letter statistics see them: the letters of a language each for itself, all others
 * by their class.
 */

/** Classes of characters that are no letters of the language at hand; letters come after them. */
export const symbolClass = {
  /** White space and line breaks: where words begin and end. */
  boundary: 0,
  digit: 1,
  asciiPunctuation: 2,
  /** Quotes, dashes and signs beyond ASCII. */
  sign: 3,
  latin: 4,
  /** Letters of other scripts, and marks. */
  foreign: 5,
  han: 6,
  hangul: 7,
  /** What no text has: control characters, places that no encoding fills. */
  junk: 8,
} as const;

/** How many classes there are: the number of the first letter. */
export const classCount = 9;

const boundary = /[\t-\r \u3000]/;
const mark = /[\p{L}\p{M}\u200c\u200d\u200e\u200f]/u;
const latin = /[\p{sc=Latin}]/u;
const han = /\p{sc=Han}/u;
const hangul = /\p{sc=Hangul}/u;
const sign = /[\p{P}\p{S}\p{N}\u00a0\u00ad\u202f\u2009\ufeff]/u;

/** The class of a character that is no letter of the language; `code` is its code point. */
export function classOf(code: number): number {
  if (code < 0x80) {
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) return symbolClass.boundary;
    if (code >= 0x30 && code <= 0x39) return symbolClass.digit;
    if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) return symbolClass.latin;
    return code < 0x20 || code === 0x7f ? symbolClass.junk : symbolClass.asciiPunctuation;
  }
  if (code >= 0x4e00 && code <= 0x9fff) return symbolClass.han;
  if (code >= 0xac00 && code <= 0xd7a3) return symbolClass.hangul;
  const character = String.fromCodePoint(code);
  if (boundary.test(character)) return symbolClass.boundary;
  if (sign.test(character)) return symbolClass.sign;
  if (!mark.test(character)) return symbolClass.junk;
  if (latin.test(character)) return symbolClass.latin;
  if (han.test(character)) return symbolClass.han;
  return hangul.test(character) ? symbolClass.hangul : symbolClass.foreign;
}

/** Letters that older encodings have in place of others, and one whose small letter is two characters. */
const sameLetters: ReadonlyMap<string, string> = new Map([
  ['İ', 'i'],
  ['Ș', 'ş'],
  ['ș', 'ş'],
  ['Ț', 'ţ'],
  ['ț', 'ţ'],
]);

/** The small letter that a letter counts as, always a single code point. */
export function smallLetter(character: string): string {
  const same = sameLetters.get(character);
  if (same !== undefined) return same;
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}
