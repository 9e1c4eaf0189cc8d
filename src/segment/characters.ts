/** Matches what belongs to the preceding character: accents, joiners, selectors, skin tones. */
const continuing =
  /^[\p{M}\u200c\u200d\p{Emoji_Modifier}\u0e33\u0eb3\uff9e\uff9f\u{e0020}-\u{e007f}]/u;

/** Whether the character at `at` is part of the one before it. */
export function continuesCharacter(text: string, at: number): boolean {
  return continuing.test(text.slice(at, at + 2));
}

/** Characters, besides the full stop, that end sentences in every language that uses them. */
const strongMarks = '!?。！？｡؟۔।॥։።፧។៕။‼⁇⁈⁉';
/** Marks that end a sentence even if no space follows. */
export const endsWithoutSpace = /[。！？｡؟۔।॥።፧។៕။]/;
/** A run of marks that may end a sentence, including an ellipsis written with spaces. */
export const markRun = `(?:។ល។|፡፡|[.${strongMarks}…‥])+(?:[ \\u00a0]?(?:\\.{2,}|…|\\.(?: \\.)+))?`;

/** Brackets and quotes that always close. */
const closingMarks = new Set(')]}”’›」』】〉》）］＂');
/** Quotes that close in some languages and open in others, or do both. */
const ambiguousMarks = new Set('"\'“‘«»‹*_');

/** The raised digits of a footnote mark do not count. */
const letterOrDigit = /(?![⁰¹²³⁴-⁹ᵃ-ᶻ])[\p{L}\p{N}]/u;

/**
 * The end of the closing quotes and brackets after a sentence's mark, including "»" after a space,
 * as in French.
 */
export function skipClosing(text: string, from: number): number {
  let at = from;
  for (;;) {
    const character = text.charAt(at);
    const next = text.charAt(at + 1);
    if (closingMarks.has(character)) {
      // An apostrophe that begins a word.
      if (character === '’' && letterOrDigit.test(next)) return at;
      at++;
    } else if (
      ambiguousMarks.has(character) &&
      !letterOrDigit.test(next) &&
      !opensBefore(text, at + 1)
    ) {
      at++;
    } else if (/[ \u00a0\u202f]/.test(character) && /[»›]/.test(next)) {
      if (letterOrDigit.test(text.charAt(at + 2))) return at;
      at += 2;
    } else if (
      character === ' ' &&
      /[”“]/.test(next) &&
      /^\s?$/.test(text.charAt(at + 2)) &&
      (next === '”' || opensLow(text.slice(Math.max(0, at - 1000), at)))
    ) {
      at += 2;
    } else if (character === ' ' && next === '"' && /^\s?$/.test(text.charAt(at + 2))) {
      // A stray quote between spaces closes if one is open.
      if (countQuotes(text, at) % 2 === 0) return at;
      at += 2;
    } else {
      return at;
    }
  }
}

/** `."¿Qué` and `.«—`: an opening mark follows. */
function opensBefore(text: string, at: number): boolean {
  return /[¿¡([„]/.test(text.charAt(at));
}

/** A quotation with „ is open at the end of the text. */
const opensLow = (text: string): boolean => text.lastIndexOf('„') > text.lastIndexOf('“');

/** Number of straight quotes in the 500 characters before `to`. */
function countQuotes(text: string, to: number): number {
  let count = 0;
  for (let at = Math.max(0, to - 500); at < to; at++) if (text.charAt(at) === '"') count++;
  return count;
}

/** The kind of character that the next sentence would begin with, ignoring quotes and dashes. */
export type Beginning = 'upper' | 'lower' | 'caseless' | 'digit' | 'other' | 'none';

const openingMarks = /[\s"'“”„‘’‚«»‹›([{¿¡—–\-•·*_「『（《〈【]/u;

/** Skips opening marks and classifies the first real character. */
export function beginningAt(text: string, from: number): { kind: Beginning; at: number } {
  let at = from;
  while (at < text.length && openingMarks.test(text.charAt(at))) at++;
  const code = text.codePointAt(at);
  if (code === undefined) return { kind: 'none', at };
  const character = String.fromCodePoint(code);
  if (/\p{Lu}|\p{Lt}/u.test(character)) return { kind: 'upper', at };
  if (/\p{Ll}/u.test(character)) return { kind: isCased(character) ? 'lower' : 'caseless', at };
  if (/\p{L}|\p{M}/u.test(character)) return { kind: 'caseless', at };
  if (/\p{N}/u.test(character)) return { kind: 'digit', at };
  return { kind: 'other', at };
}

/** Georgian's everyday letters are formally lower case, but also begin sentences. */
function isCased(character: string): boolean {
  return !/[\u10d0-\u10ff]/.test(character);
}
