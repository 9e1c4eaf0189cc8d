/** User-perceived characters. */

import { ideographic } from './scripts.js';

/** Made when first needed: it takes longer than splitting a short text. */
let graphemes: Intl.Segmenter | undefined;
const segmenterOf = (): Intl.Segmenter =>
  (graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' }));
const ascii = /^[\x20-\x7e]*$/;

/** V8's segmenter takes time quadratic in the length of the text, so it gets pieces of this length. */
const pieceLength = 500;

/** A text can be cut safely before these: no character spans a cut before a space or an ideograph. */
const safeStart = new RegExp(`[\\s${ideographic}]`, 'u');
/** How much further to look for such a place. */
const reach = 1500;

/** Splits a text into its characters. Linear. */
export function splitGraphemes(text: string): readonly string[] {
  if (ascii.test(text)) return text.split('');
  return Array.from(segmentsOf(text, segmenterOf()), ({ segment }) => segment);
}

/** The characters of a text one by one, for those who may need only the first. */
export function* graphemesOf(text: string): Generator<string, undefined> {
  for (const { segment } of segmentsOf(text, segmenterOf())) yield segment;
}

/** The segments of a text, with offsets into the whole of it. Linear. */
export function* segmentsOf(
  text: string,
  segmenter: Pick<Intl.Segmenter, 'segment'>,
): Generator<Intl.SegmentData, undefined> {
  for (let start = 0; start < text.length;) {
    const cut = cutAfter(text, start + pieceLength);
    const end = cut ?? start + pieceLength + reach;
    const found = Array.from(segmenter.segment(text.slice(start, end)));
    // The last segment may continue beyond an arbitrary cut: start again with it.
    const last = cut === null && found.length > 1 ? found.pop() : undefined;
    for (const own of found) yield { ...own, index: start + own.index };
    start = last === undefined ? end : start + last.index;
  }
}

/** The first place at or after `from` where the text can be cut; null if there is none nearby. */
function cutAfter(text: string, from: number): number | null {
  if (from + reach >= text.length) {
    const found = text.slice(from).search(safeStart);
    return found < 0 ? text.length : from + found;
  }
  const found = text.slice(from, from + reach).search(safeStart);
  return found < 0 ? null : from + found;
}
