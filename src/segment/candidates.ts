import { skipClosing } from './characters.js';
import { skipNotes } from './notes.js';
import type { Vocabulary } from './vocabulary.js';

/** A place where a sentence may end. */
export interface Candidate {
  /** First of the marks that may end the sentence; equals `marksEnd` if there are none. */
  readonly marksStart: number;
  readonly marksEnd: number;
  /** Closing quotes and brackets after the marks, without any notes among them. */
  readonly closing: string;
  /** A footnote mark follows the sentence's mark. */
  readonly noted: boolean;
  /** End of the sentence: after closing quotes, brackets and footnote marks. */
  readonly end: number;
  /** Where the next sentence begins. */
  readonly next: number;
}

/**
 * Every place where a sentence may end, in order: Unicode's boundaries, and the end of every run of
 * marks, because Unicode requires a space or capital that texts from the web often lack.
 *
 * @param text one paragraph, with line breaks replaced by spaces
 */
export function findCandidates(text: string, vocabulary: Vocabulary): Candidate[] {
  const byNext = new Map<number, Candidate>();
  /** Places between a sentence's mark and the end of everything that belongs to it. */
  const known = new Set<number>();
  const add = (marksStart: number, marksEnd: number): void => {
    const closed = skipClosing(text, marksEnd);
    const noteEnd = skipNotes(text, marksStart, closed);
    const end = noteEnd > closed ? skipClosing(text, noteEnd) : closed;
    const closing = text.slice(marksEnd, closed) + text.slice(noteEnd, end);
    for (let at = marksEnd; at <= end; at++) known.add(at);
    const next = skipBlanks(text, end);
    if (next >= text.length) return;
    const noted = noteEnd > closed;
    byNext.set(next, { marksStart, marksEnd, closing, noted, end, next });
  };
  const others = [...(vocabulary.rules.fullStops ?? '')].filter((mark) => text.includes(mark));
  for (const match of text.matchAll(vocabulary.marks)) {
    if (others.length > 0 && match[0] === '.') continue;
    add(match.index, match.index + match[0].length);
  }
  let covered = -1;
  for (const index of unicodeBoundaries(text, vocabulary.segmenter)) {
    if (index < covered) continue;
    let end = index;
    while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
    const next = skipBlanks(text, end);
    if (next >= text.length || byNext.has(next) || known.has(end)) continue;
    if (others.length > 0 && text.charAt(end - 1) === '.') continue;
    // After marks that the pattern knows, Unicode's boundary comes before closing quotes.
    if (
      /[\p{Po}\p{Pe}\p{Pf}\p{Pi}"']/u.test(text.charAt(end - 1)) &&
      knowsMark(text, end, byNext)
    ) {
      continue;
    }
    byNext.set(next, { marksStart: end, marksEnd: end, closing: '', noted: false, end, next });
    covered = next;
  }
  return [...byNext.values()].sort((a, b) => a.next - b.next);
}

/**
 * Amount of text given to Intl.Segmenter at a time: each of its steps takes time linear in this
 * (V8).
 */
const windowLength = 400;

/** Where Unicode's rules begin a sentence, except the first, in linear time. */
function* unicodeBoundaries(text: string, segmenter: Intl.Segmenter): Iterable<number> {
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

function knowsMark(text: string, end: number, byNext: ReadonlyMap<number, Candidate>): boolean {
  for (let at = end; at < Math.min(text.length, end + 6); at++) if (byNext.has(at)) return true;
  return false;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}
