/**
 * Text without the markup that its format puts in: what is embedded, compared and shown. Offsets everywhere
 * else are those of the text with it.
 */
import type { Markup, Sentence, Span, Stream } from '../domain.js';
import { sentenceSeparator } from './scripts.js';

/** A passage of a text whose markup is known; offsets of markup are the text's. */
export type MarkedText = Pick<Sentence, 'text' | 'start' | 'markup'>;

/** What a passage says without its markup: the passage itself where there is none. */
export function plainText({ text, start, markup }: MarkedText): string {
  if (markup === undefined) return text;
  let plain = '';
  let from = 0;
  for (const mark of markup) {
    plain += text.slice(from, Math.max(from, mark.start - start)) + (mark.says ?? '');
    from = Math.max(from, mark.end - start);
  }
  return plain + text.slice(from);
}

/** Markup that lies in a passage, cut to it; undefined if there is none. */
export function markupWithin(
  markup: readonly Markup[] | undefined,
  { start, end }: Span,
): readonly Markup[] | undefined {
  if (markup === undefined) return undefined;
  let low = 0;
  for (let high = markup.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((markup[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const inside: Markup[] = [];
  for (; low < markup.length; low++) {
    const mark = markup[low];
    if (mark === undefined || mark.start >= end) break;
    const cut = { start: Math.max(start, mark.start), end: Math.min(end, mark.end) };
    const isWhole = cut.start === mark.start && cut.end === mark.end;
    // Half of what stands for a character is what it is.
    if (isWhole || mark.says === undefined) inside.push({ ...mark, ...cut });
  }
  return inside.length > 0 ? inside : undefined;
}

/** Where in a passage (from its beginning) the character stands that is at `at` in what it says. */
export function placeOfPlain({ start, markup = [] }: MarkedText, at: number): number {
  let place = at;
  for (const mark of markup) {
    if (mark.start - start > place) break;
    // A place in what stands for other characters is where these begin.
    const { says = '' } = mark;
    if (place < mark.start - start + says.length) return mark.start - start;
    place += mark.end - mark.start - says.length;
  }
  return place;
}

/** Where in what a passage says something stands that is at `at` in the passage. */
export function plainPlace({ start, markup = [] }: MarkedText, at: number): number {
  let place = at;
  for (const mark of markup) {
    if (mark.start - start >= at) break;
    place -= Math.min(at, mark.end - start) - (mark.start - start);
    if (at >= mark.end - start) place += mark.says?.length ?? 0;
  }
  return place;
}

/** A stream in which sentences say what they say without their markup; itself if it has none. */
export function withoutMarkup(stream: Stream): Stream {
  if (stream.sentences.every(({ markup }) => markup === undefined)) return stream;
  return {
    ...stream,
    sentences: stream.sentences.map((sentence) => {
      if (sentence.markup === undefined) return sentence;
      const { markup: _markup, ...rest } = sentence;
      return { ...rest, text: plainText(sentence) };
    }),
  };
}

/**
 * Splits a passage by what it says without its markup, which goes with the words beside it: marks that open
 * something to what follows, all others to what comes before. Spans are relative to the passage, trimmed of
 * white space, and cover all else, if it says anything. Linear.
 */
export function splitPlain(
  passage: MarkedText,
  split: (text: string) => readonly Span[],
): readonly Span[] {
  const { text, start, markup } = passage;
  if (markup === undefined) return split(text);
  const spans: { start: number; end: number }[] = [];
  let mark = 0;
  let shift = 0;
  /** Goes past the markup up to a place in the plain text; gives it. */
  const passTo = (at: number): Markup[] => {
    const passed: Markup[] = [];
    for (let own = markup[mark]; own; own = markup[++mark]) {
      const place = own.start - start - shift;
      // What is read is text like any other: it is passed once the place is behind it.
      if (own.says === undefined ? place > at : place + own.says.length > at) break;
      passed.push(own);
      shift += own.end - own.start - (own.says?.length ?? 0);
    }
    return passed;
  };
  for (const { start: first, end: last } of split(plainText(passage))) {
    const between = passTo(first);
    const previous = spans.at(-1);
    const closing = previous ? between.findLastIndex(({ opens }) => opens !== true) : -1;
    if (previous) previous.end = Math.max(previous.end, (between[closing]?.end ?? 0) - start);
    const opening = between[closing + 1];
    const begin = opening === undefined ? first + shift : opening.start - start;
    // Markup right behind the last character is not passed yet.
    passTo(last - 1);
    spans.push({ start: begin, end: last + shift });
  }
  const previous = spans.at(-1);
  const end = passTo(Infinity).at(-1)?.end;
  if (previous && end !== undefined) previous.end = Math.max(previous.end, end - start);
  return spans.map((span) => trimmed(text, span));
}

function trimmed(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, end);
  const lead = slice.length - slice.trimStart().length;
  return { start: start + lead, end: start + slice.trimEnd().length };
}

/** A sentence with what is needed to read it beside others. */
export type ReadSentence = Pick<Sentence, 'number' | 'start' | 'end' | 'markup'>;

/**
 * What some sentences of a text say, as `passageText` puts them together, without markup: also without what
 * stands between two paragraphs (`## `, `> `).
 */
export function plainPassage(
  text: string,
  sentences: Iterable<ReadSentence>,
  language: string,
): string {
  let passage = '';
  let last: ReadSentence | undefined;
  for (const sentence of sentences) {
    const { number, start, end } = sentence;
    if (last) {
      const isNext = number === last.number + 1;
      passage += isNext ? blanksOf(text.slice(last.end, start)) : sentenceSeparator(language);
    }
    passage += plainText({ ...sentence, text: text.slice(start, end) });
    last = sentence;
  }
  return passage;
}

function blanksOf(gap: string): string {
  const blanks = gap.replace(/\S+/gu, '');
  return blanks === '' && gap !== '' ? ' ' : blanks;
}

/** What people read of a passage, and where in it a place of the passage is. */
export function readable(passage: MarkedText): {
  readonly text: string;
  readonly places: (at: number) => number;
} {
  const plain = plainText(passage);
  // An image says nothing; it is shown as it stands.
  return plain.trim() === ''
    ? { text: passage.text, places: (at) => at }
    : { text: plain, places: (at) => plainPlace(passage, at) };
}
