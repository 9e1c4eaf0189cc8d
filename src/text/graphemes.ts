/** User-perceived characters. */

import { ideographic } from './scripts.js';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const ascii = /^[\x20-\x7e]*$/;

/** V8's segmenter takes time that grows with the square of the text: it gets pieces of this length. */
const pieceLength = 500;

/** Where a text can be cut without asking: no character reaches over a blank, or begins before these. */
const safeStart = new RegExp(`[\\s${ideographic}]`, 'gu');

/** Splits a text into its characters. Linear. */
export function splitGraphemes(text: string): readonly string[] {
  if (ascii.test(text)) return text.split('');
  return Array.from(segmentsOf(text, graphemes), ({ segment }) => segment);
}

/** What a segmenter finds in a text, with offsets into the whole of it. Linear. */
export function* segmentsOf(text: string, segmenter: Intl.Segmenter): Generator<Intl.SegmentData> {
  for (let start = 0; start < text.length;) {
    const end = cutAfter(text, start + pieceLength);
    for (const own of segmenter.segment(text.slice(start, end))) {
      yield { ...own, index: start + own.index };
    }
    start = end;
  }
}

/** The first place from `from` on where the text can be cut. */
function cutAfter(text: string, from: number): number {
  if (from >= text.length) return text.length;
  safeStart.lastIndex = from;
  return safeStart.exec(text)?.index ?? text.length;
}
