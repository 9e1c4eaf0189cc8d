import { skipClosing } from './characters.js';
import { skipNotes } from './notes.js';
import {
  isWithin,
  mayEndElsewhere,
  unicodeBoundaries,
  type MarkedEnd,
} from './unicode-boundaries.js';
import type { Vocabulary } from './vocabulary.js';

/** A place where a sentence may end. */
export interface Candidate extends MarkedEnd {
  /** Closing quotes and brackets after the marks, without any notes among them. */
  readonly closing: string;
  /** A footnote mark follows the sentence's mark. */
  readonly noted: boolean;
  /** Where the next sentence begins. */
  readonly next: number;
}

/**
 * Every place where a sentence may end, in order: Unicode's boundaries, and the end of every run of
 * marks, because Unicode requires a space or capital that texts from the web often lack.
 *
 * @param text one paragraph, with line breaks replaced by spaces
 */
export function findCandidates(text: string, vocabulary: Vocabulary): readonly Candidate[] {
  const { marks, rules, segmenter } = vocabulary;
  const others = [...(rules.fullStops ?? '')].filter((mark) => text.includes(mark));
  const found: Candidate[] = [];
  // Intl.Segmenter takes more time than all the rest, and adds nothing to most paragraphs.
  let isPlain = others.length === 0;
  marks.lastIndex = 0;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    if (others.length > 0 && match[0] === '.') continue;
    const candidate = candidateAt(text, match.index, match.index + match[0].length);
    isPlain &&= isWithin(text, candidate) && (found.at(-1)?.next ?? -1) < candidate.next;
    found.push(candidate);
  }
  return isPlain && !mayEndElsewhere(text, segmenter)
    ? found.filter(({ next }) => next < text.length)
    : withUnicodeBoundaries(text, found, others, vocabulary);
}

/** The place behind a run of marks, with everything that belongs to the sentence. */
export function candidateAt(text: string, marksStart: number, marksEnd: number): Candidate {
  const closed = skipClosing(text, marksEnd);
  const noteEnd = skipNotes(text, marksStart, closed);
  const noted = noteEnd > closed;
  const end = noted ? skipClosing(text, noteEnd) : closed;
  const closing = text.slice(marksEnd, closed) + text.slice(noteEnd, end);
  return { marksStart, marksEnd, closing, noted, end, next: skipBlanks(text, end) };
}

/** What is at a place of a text: a candidate's next sentence begins there, or it belongs to a sentence's end. */
const [beginsNext, belongsToEnd] = [1, 2];

/** The candidates at marks, and Unicode's boundaries elsewhere. */
function withUnicodeBoundaries(
  text: string,
  found: readonly Candidate[],
  others: readonly string[],
  { segmenter }: Vocabulary,
): readonly Candidate[] {
  const places = new Uint8Array(text.length + 1);
  const all: Candidate[] = [];
  for (const candidate of found) {
    const { marksEnd, end, next } = candidate;
    for (let at = marksEnd; at <= end; at++) places[at]! |= belongsToEnd;
    if (next >= text.length) continue;
    // Of several before the same sentence, the last one counts.
    if ((places[next]! & beginsNext) === 0) all.push(candidate);
    else all[all.findLastIndex((own) => own.next === next)] = candidate;
    places[next]! |= beginsNext;
  }
  let covered = -1;
  for (const index of unicodeBoundaries(text, segmenter)) {
    if (index < covered) continue;
    let end = index;
    while (end > 0 && isBlank(text.charCodeAt(end - 1))) end--;
    const next = skipBlanks(text, end);
    if (next >= text.length || (places[next]! & beginsNext) !== 0) continue;
    if ((places[end]! & belongsToEnd) !== 0) continue;
    if (others.length > 0 && text.charAt(end - 1) === '.') continue;
    // After marks that the pattern knows, Unicode's boundary comes before closing quotes.
    if (/[\p{Po}\p{Pe}\p{Pf}\p{Pi}"']/u.test(text.charAt(end - 1)) && knowsMark(end, places)) {
      continue;
    }
    all.push({ marksStart: end, marksEnd: end, closing: '', noted: false, end, next });
    places[next]! |= beginsNext;
    covered = next;
  }
  return all.sort((a, b) => a.next - b.next);
}

function knowsMark(end: number, places: Uint8Array): boolean {
  for (let at = end; at < Math.min(places.length - 1, end + 6); at++) {
    if ((places[at]! & beginsNext) !== 0) return true;
  }
  return false;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at++;
  return at;
}

function isBlank(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  return /\s/.test(String.fromCharCode(code));
}
