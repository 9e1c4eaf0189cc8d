/** User-perceived characters. */

import { ideographic } from './scripts.js';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const ascii = /^[\x20-\x7e]*$/;

/** V8's segmenter takes time that grows with the square of the text: it gets pieces of this length. */
const pieceLength = 500;

/** Where a text can be cut without asking: no character reaches over a blank, or begins before these. */
const safeStart = new RegExp(`[\\s${ideographic}]`, 'u');
/** How much farther such a place is looked for. */
const reach = 1500;

/** Splits a text into its characters. Linear. */
export function splitGraphemes(text: string): readonly string[] {
  if (ascii.test(text)) return text.split('');
  return Array.from(segmentsOf(text, graphemes), ({ segment }) => segment);
}

/** What a segmenter finds in a text, with offsets into the whole of it. Linear. */
export function* segmentsOf(
  text: string,
  segmenter: Pick<Intl.Segmenter, 'segment'>,
): Generator<Intl.SegmentData, undefined> {
  for (let start = 0; start < text.length;) {
    const cut = cutAfter(text, start + pieceLength);
    const end = cut ?? start + pieceLength + reach;
    const found = Array.from(segmenter.segment(text.slice(start, end)));
    // The last one may go on behind a cut that nobody asked for: begin again with it.
    const last = cut === null && found.length > 1 ? found.pop() : undefined;
    for (const own of found) yield { ...own, index: start + own.index };
    start = last === undefined ? end : start + last.index;
  }
}

/** The first place from `from` on where the text can be cut; null if there is none near. */
function cutAfter(text: string, from: number): number | null {
  if (from + reach >= text.length) {
    const found = text.slice(from).search(safeStart);
    return found < 0 ? text.length : from + found;
  }
  const found = text.slice(from, from + reach).search(safeStart);
  return found < 0 ? null : from + found;
}
