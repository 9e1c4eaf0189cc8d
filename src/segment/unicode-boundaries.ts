/**
 * Where the rules of Unicode Standard Annex 29 end sentences (through Intl.Segmenter), and which texts need not be
 * asked about: by these rules a sentence ends behind a mark that ends sentences, all brackets and quotation marks
 * after it, and the blanks after these, and nowhere else but at the end of a line.
 */

/** Marks behind which a sentence may end. */
export interface MarkedEnd {
  /** First of the marks that may end the sentence; equals `marksEnd` if there are none. */
  readonly marksStart: number;
  readonly marksEnd: number;
  /** End of the sentence: after closing quotes, brackets and footnote marks. */
  readonly end: number;
}

/**
 * Amount of text given to Intl.Segmenter at a time: each of its steps takes time linear in this
 * (V8).
 */
const windowLength = 400;

/** Where Unicode's rules begin a sentence, except the first, in linear time. */
export function* unicodeBoundaries(text: string, segmenter: Intl.Segmenter): Iterable<number> {
  let from = 0;
  while (from < text.length) {
    const to = Math.min(text.length, from + windowLength);
    let last = 0;
    for (const { index } of segmenter.segment(text.slice(from, to))) {
      if (index > 0) yield from + index;
      last = index;
    }
    // The last sentence may continue beyond the window: start again with it.
    from = to === text.length ? to : last > 0 ? from + last : to;
  }
}

/** Marks that end sentences for Unicode, besides those of `markRun`, and the ends of lines. */
const otherMarks =
  /(?![.!?。！？｡؟۔।॥։።፧។៕‼⁇⁈⁉])\p{Sentence_Terminal}|[\u2024\ufe52\uff0e\u2028\u2029\n\r\u0085]/u;
/** The basic letters, marks and blanks have none of these. */
const notBasic = /[^ -~\u00a0-\u02ff]/;

/** Whether Unicode's rules may end a sentence of a text where none of the marks of `markRun` is. */
export function mayEndElsewhere(text: string, segmenter: Intl.Segmenter): boolean {
  return (notBasic.test(text) && otherMarks.test(text)) || isGreek(segmenter);
}

const greek = new WeakMap<Intl.Segmenter, boolean>();

/** The question mark of Greek is a semicolon. */
function isGreek(segmenter: Intl.Segmenter): boolean {
  let known = greek.get(segmenter);
  if (known === undefined) {
    known = segmenter.resolvedOptions().locale.startsWith('el');
    greek.set(segmenter, known);
  }
  return known;
}

/** Marks that do not end sentences for Unicode: it may see an end between them and others. */
const weakMark = /[^.!?。！？｡؟۔।॥։።፧។៕‼⁇⁈⁉ \u00a0]/;
const ellipses = /^[…‥]+$/;

/**
 * Whether Unicode's boundary behind some marks, if there is one, is surely between the marks and the end of all that
 * belongs to them; false also where that is not certain.
 */
export function isWithin(text: string, { marksStart, marksEnd, end }: MarkedEnd): boolean {
  if (marksEnd - marksStart > 1 || text.charCodeAt(marksStart) > 0x7e) {
    const marks = text.slice(marksStart, marksEnd);
    if (weakMark.test(marks) && !ellipses.test(marks)) return false;
  }
  let at = marksEnd;
  while (bracketsAndQuotes.has(text.charCodeAt(at))) at++;
  if (at > end) return false;
  while (text.charCodeAt(at) === 0x20) at++;
  return at >= text.length || isOrdinary(text.charCodeAt(at));
}

/** Brackets and quotation marks, open or closed, as far as `isOrdinary` has them. */
const bracketsAndQuotes: ReadonlySet<number> = new Set(
  [...'"\'()[]{}«»“”„‟‘’‚‛〈〉《》「」『』【】〔〕〖〗〘〙〚〛〝〞〟（）［］｛｝＂＇｟｠'].map(
    (mark) => mark.charCodeAt(0),
  ),
);

/** Letters, digits and marks that do not belong to the character before, as far as they are common. */
function isOrdinary(code: number): boolean {
  return (
    (code > 0x20 && code < 0x7f) ||
    (code > 0xa0 && code < 0x300 && code !== 0xad) ||
    (code >= 0x386 && code < 0x483) ||
    (code >= 0x48a && code < 0x557) ||
    (code >= 0x2010 && code < 0x2028) ||
    (code > 0x3000 && code < 0x302a) ||
    (code > 0x3040 && code < 0x3097) ||
    (code > 0x30a0 && code < 0x30fb) ||
    (code >= 0x3400 && code < 0xa000) ||
    (code >= 0xac00 && code < 0xd7a4) ||
    (code > 0xff00 && code < 0xff61)
  );
}
