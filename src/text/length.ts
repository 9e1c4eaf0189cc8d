/** Lengths of texts without white space, in UTF-16 units unless a function says otherwise. */
import { countEastAsian, hasIdeograph } from './scripts.js';

/** The length of a text without its white space. */
export function lengthWithoutSpaces(text: string): number {
  let spaces = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Below the no-break space, these are the only white space.
    if (code === 0x20 || (code >= 0x09 && code <= 0x0d)) spaces++;
    else if (code >= 0xa0 && isWideSpace(code)) spaces++;
  }
  return text.length - spaces;
}

/** Whether a unit from the no-break space on is white space, as a regular expression has it. */
function isWideSpace(code: number): boolean {
  if (code === 0xa0) return true;
  if (code < 0x1680) return false;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0x1680 ||
    code === 0xfeff
  );
}

/**
 * The length of a text without its white space, with East Asian characters counted twice:
 * comparable between languages whose characters carry different amounts of meaning.
 */
export function comparableLength(text: string): number {
  return lengthWithoutSpaces(text) + countEastAsian(text);
}

/** Whether a text has so many letters, in code points; a Chinese or Japanese one counts as three. Looks no further. */
export function hasLetters(text: string, least: number): boolean {
  let sum = 0;
  for (const character of text) {
    if (sum >= least) break;
    if (hasIdeograph(character)) sum += 3;
    else if (/\p{L}/u.test(character)) sum++;
  }
  return sum >= least;
}
