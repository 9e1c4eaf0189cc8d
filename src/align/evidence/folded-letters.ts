/**
 * Words without marks and capitals, by their first letters. Nearly all words are read letter by letter
 * from a table; only what a table cannot say (a ligature, Hangul, the end of a Greek word in capitals)
 * is folded as a text.
 */

/** Shorter words have no key. */
const leastLetters = 4;
/** Letters of a word that make its key, as many as fit a number. */
const keyLength = 5;
/** Above all letters' codes. */
const codeBase = 1024;

/** What a UTF-16 unit is where it is not a letter with a code of its own. */
const LetterCode = {
  /** No word goes across it. */
  breaks: -1,
  /** A mark, which is left out. */
  mark: -2,
  /** The word that it is in must be folded as a text. */
  special: -3,
} as const;

/** Codes of units, 0 while they are not known. Letters are numbered as they come. */
export const codes = new Int16Array(1 << 16);
let letters = 0;

/** The code of the letter that a unit folds to, or one of `LetterCode`. */
export function letterCode(unit: number): number {
  return codes[unit]! || classify(unit);
}

const capitalSigma = 0x3a3;

function classify(unit: number): number {
  const folded = fold(String.fromCharCode(unit));
  const isHalf = unit >= 0xd800 && unit < 0xe000;
  let code: number = LetterCode.special;
  if (isHalf || unit === capitalSigma) code = LetterCode.special;
  else if (folded === '') code = LetterCode.mark;
  else if (!/\p{L}/u.test(folded)) code = LetterCode.breaks;
  else if (folded.length === 1) {
    const own = folded.charCodeAt(0);
    if (own !== unit) code = letterCode(own);
    else if (letters + 1 < codeBase) code = ++letters;
  }
  codes[unit] = code;
  return code;
}

/** A key as the number that its letters' codes make, or -1 if one has no code. */
export function keyNumber(key: string): number {
  let number = 0;
  for (let at = 0; at < keyLength; at++) {
    const code = at < key.length ? letterCode(key.charCodeAt(at)) : 0;
    if (code < 0) return -1;
    number = number * codeBase + code;
  }
  return number;
}

/** The keys of the words of a text: words of four letters or more, by their first five. */
export function foldedKeys(text: string): string[] {
  const words = fold(text).match(/\p{L}+/gu) ?? [];
  return words
    .filter((word) => word.length >= leastLetters)
    .map((word) => word.slice(0, keyLength));
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
