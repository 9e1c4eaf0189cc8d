/** How many cells of a terminal a text takes, the way Ink measures it. */
import stringWidth from 'string-width';
import { splitGraphemes } from '../text/graphemes.js';

/** Letters and punctuation that every terminal shows one cell wide, composed ones only. */
const narrow = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u0386-\u0482\u048a-\u0556\u2010-\u201f\u2026]*$/;
/** Ideographs, kana, Hangul syllables and their punctuation: two cells each. */
const wide =
  /^[\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]+$/;

/** Widths looked up before: looking one up takes microseconds, and characters come again. */
const known = new Map<string, number>();
/** A text may hold any number of different characters: the memory is bounded. */
const mostKnown = 20_000;

/** Whether a text is nothing but letters and punctuation of one cell each. */
export function isNarrow(text: string): boolean {
  return narrow.test(text);
}

/** Width of a text in cells: what string-width says, character by character. */
export function cellWidth(text: string): number {
  if (narrow.test(text)) return text.length;
  if (wide.test(text)) return 2 * text.length;
  return splitGraphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0);
}

/** Width of one user-perceived character in cells. */
export function graphemeWidth(grapheme: string): number {
  if (grapheme.length === 1 && grapheme >= ' ' && grapheme <= '~') return 1;
  let width = known.get(grapheme);
  if (width === undefined) {
    width = stringWidth(grapheme);
    if (known.size >= mostKnown) known.clear();
    known.set(grapheme, width);
  }
  return width;
}
