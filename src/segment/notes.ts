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
/** A number in round brackets may also number the following text, or be cited. */
const roundMark = /\((?:\p{Nd}{1,3}|\p{L}|[*†‡]{1,3})\)(?=\s)/uy;
/** A number in brackets with spaces on both sides, as in text pasted from web pages. */
const looseMarks = /(?: ?\[\p{Nd}{1,3}\])+(?=\s+[^\s\p{Ll}])/uy;

/**
 * The characters that all of these begin with. They are tested first, because few sentences have a
 * note and the patterns are slow to compile.
 */
const beginning = /[⁰¹²³⁴-⁹ᵃ-ᶻ*†‡§¶[［〔【(]/;

/**
 * The end of the footnote marks that begin at `from`, after a sentence's mark: "hour.[1]",
 * "fell.²³", "late.† ". They belong to the preceding sentence. `from` if there are none.
 *
 * @param marksStart where the sentence's mark is
 */
export function skipNotes(text: string, marksStart: number, from: number): number {
  const isBlank = text.charAt(from) === ' ';
  if (!beginning.test(text.charAt(isBlank ? from + 1 : from))) return from;
  const found = endOf(noteMarks, text, from);
  if (found > from) return found;
  // "version 2.(4)" is one unit; in scripts without spaces, brackets begin the items of a list.
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

/** The end of a sticky pattern's match at `from`; `from` if it does not match. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}
