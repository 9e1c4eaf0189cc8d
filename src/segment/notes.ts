import { ideographic } from '../text/scripts.js';

const superscript = '[⁰¹²³⁴-⁹ᵃ-ᶻ]';
/** "1", "a", "12b", "*", "1, 2", "3–5", "note 3", "nb 1", "注1", "sic", "citation needed". */
const inBrackets = [
  '\\p{Nd}{1,3}\\p{L}?(?:\\s?[,;–—-]\\s?\\p{Nd}{1,3}\\p{L}?){0,5}',
  '\\p{L}{1,2}',
  '[*†‡§¶#]{1,3}',
  '\\p{L}[\\p{L}\\p{M}]{0,9}\\.?\\s?\\p{Nd}{1,3}',
  '\\p{Ll}[\\p{L}\\p{M}]{2,14}\\??(?:\\s[\\p{L}\\p{M}]{1,14}){0,3}\\??',
].join('|');
const noteMark = [
  `${superscript}{1,4}(?:[,⁻–-]\\s?${superscript}{1,4}){0,5}`,
  '[*†‡§¶]{1,3}(?![\\p{L}\\p{N}])',
  // A page of the source: "[1]:12".
  `\\[(?:${inBrackets})\\](?!\\()(?::\\p{Nd}{1,4}(?:[–-]\\p{Nd}{1,4})?)?`,
  '［[\\p{L}\\p{N}]{1,4}］',
  `〔[\\p{Nd}注註${ideographic}]{1,4}〕`,
  '【\\p{Nd}{1,3}】',
].join('|');
const noteMarks = new RegExp(`(?:${noteMark})(?:\\s?(?:${noteMark}))*`, 'uy');
/** A number in round brackets may also number what follows, or be cited. */
const roundMark = /\((?:\p{Nd}{1,3}|\p{L}|[*†‡]{1,3})\)(?=\s)/uy;
/** A number between brackets with blanks on both sides, as readers of web pages paste it. */
const looseMarks = /(?: ?\[\p{Nd}{1,3}\])+(?=\s+[^\s\p{Ll}])/uy;

/** What all of these begin with: asked first, since few sentences have a note, and the patterns are slow to compile. */
const beginning = /[⁰¹²³⁴-⁹ᵃ-ᶻ*†‡§¶[［〔【(]/;

/**
 * Where the marks of footnotes that begin at `from`, behind a sentence's mark, end: "hour.[1]",
 * "fell.²³", "late.† ". They belong to the sentence before. `from` if there are none.
 *
 * @param marksStart where the sentence's mark stands
 */
export function skipNotes(text: string, marksStart: number, from: number): number {
  const isBlank = text.charAt(from) === ' ';
  if (!beginning.test(text.charAt(isBlank ? from + 1 : from))) return from;
  const found = endOf(noteMarks, text, from);
  if (found > from) return found;
  // "version 2.(4)" is one thing; in writing without blanks brackets open a list's items.
  if (
    /[\p{L}\p{M})\]”"»]/u.test(text.charAt(marksStart - 1)) &&
    /[.!?…؟]/.test(text.charAt(marksStart))
  ) {
    const round = endOf(roundMark, text, from);
    if (round > from) return round;
  }
  // A paragraph that begins with such a number is a list of notes.
  return /^\s*\[/.test(text.slice(0, 8)) ? from : endOf(looseMarks, text, from);
}

/** Where a sticky pattern's match at `from` ends; `from` if it has none. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
