/** The text of a cell in pieces: what a check is about, and words that the other text does not have. */
import type { DiffPart } from '../../../text/word-diff.js';
import type { PageMark } from '../../data/page-data.js';

/** A passage of a text: UTF-16 offsets, half-open. */
export type Range = readonly [start: number, end: number];

/** A piece of a text. */
export interface Segment {
  readonly text: string;
  /** Index of the check that it is about; -1 if none is. */
  readonly check: number;
  /** Whether the other text lacks it. */
  readonly changed: boolean;
}

/** Cuts the first `length` units of a text where something about it changes. */
export function segmentText(
  text: string,
  marks: readonly PageMark[],
  changes: readonly Range[],
  length = text.length,
): Segment[] {
  const cuts = new Set([0, length]);
  for (const [start, end] of [...marks, ...changes]) {
    if (start < length) cuts.add(start);
    if (end < length) cuts.add(end);
  }
  const places = [...cuts].sort((x, y) => x - y);
  const segments: Segment[] = [];
  let mark = 0;
  let change = 0;
  for (let k = 0; k + 1 < places.length; k++) {
    const [start = 0, end = 0] = places.slice(k, k + 2);
    while ((marks[mark]?.[1] ?? Infinity) <= start) mark++;
    while ((changes[change]?.[1] ?? Infinity) <= start) change++;
    const own = marks[mark];
    segments.push({
      text: text.slice(start, end),
      check: own && own[0] <= start ? own[2] : -1,
      changed: (changes[change]?.[0] ?? Infinity) <= start,
    });
  }
  return segments;
}

/** Texts that share less than this of their letters are not versions of each other. */
const leastShared = 0.35;

/** Where one side of a difference has words that the other lacks; nothing if they share too little. */
export function changedRanges(
  text: string,
  parts: readonly DiffPart[] | null,
  side: 'a' | 'b',
): Range[] {
  if (parts === null) return [];
  const shared = parts.reduce(
    (sum, part) => sum + (part.side === 'both' ? part.text.length : 0),
    0,
  );
  const whole = parts.reduce(
    (sum, part) => sum + (part.side === 'both' ? 2 : 1) * part.text.length,
    0,
  );
  if (2 * shared < leastShared * whole) return [];
  const ranges: Range[] = [];
  let at = 0;
  for (const part of parts) {
    if (part.side !== 'both' && part.side !== side) continue;
    // Blanks may have been joined or moved: what the parts have in common with the text are its letters.
    let units = part.text.replace(/\s+/gu, '').length;
    if (units === 0) continue;
    while (at < text.length && isBlank(text, at)) at++;
    const start = at;
    for (; units > 0 && at < text.length; at++) if (!isBlank(text, at)) units--;
    if (part.side === side) ranges.push([start, at]);
  }
  return ranges;
}

function isBlank(text: string, at: number): boolean {
  return /\s/u.test(text.charAt(at));
}
