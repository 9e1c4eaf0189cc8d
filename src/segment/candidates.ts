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
  let isPlain = others.length === 0 && !mayEndElsewhere(text, segmenter);
  marks.lastIndex = 0;
  for (let match = marks.exec(text); match; match = marks.exec(text)) {
    if (others.length > 0 && match[0] === '.') continue;
    const candidate = candidateAt(text, match.index, match.index + match[0].length);
    isPlain &&= isWithin(text, candidate) && (found.at(-1)?.next ?? -1) < candidate.next;
    found.push(candidate);
  }
  return isPlain
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

/** The candidates at marks, and Unicode's boundaries elsewhere. */
function withUnicodeBoundaries(
  text: string,
  found: readonly Candidate[],
  others: readonly string[],
  { segmenter }: Vocabulary,
): readonly Candidate[] {
  const byNext = new Map<number, Candidate>();
  /** Places between a sentence's mark and the end of everything that belongs to it. */
  const known = new Set<number>();
  for (const candidate of found) {
    for (let at = candidate.marksEnd; at <= candidate.end; at++) known.add(at);
    if (candidate.next < text.length) byNext.set(candidate.next, candidate);
  }
  let covered = -1;
  for (const index of unicodeBoundaries(text, segmenter)) {
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

function knowsMark(text: string, end: number, byNext: ReadonlyMap<number, Candidate>): boolean {
  for (let at = end; at < Math.min(text.length, end + 6); at++) if (byNext.has(at)) return true;
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
