/** The number of terminal cells that a text takes up, as Ink measures it. */
import stringWidth from 'string-width';
import { splitGraphemes } from '../text/graphemes.js';

/** Letters and punctuation that every terminal shows one cell wide, in composed form only. */
const narrow = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u0386-\u0482\u048a-\u0556\u2010-\u201f\u2026]*$/;
/** Ideographs, kana, Hangul syllables and their punctuation: two cells each. */
const wide =
  /^[\u3001-\u3029\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff60]+$/;

/** Cached widths: a lookup takes microseconds, and characters recur. */
const known = new Map<string, number>();
/** Bounds the memory, since a text may contain any number of different characters. */
const mostKnown = 20_000;

/** Whether a text consists only of letters and punctuation of one cell each. */
export function isNarrow(text: string): boolean {
  return narrow.test(text);
}

/** Width of a text in cells: the result of string-width, character by character. */
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
