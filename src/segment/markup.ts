import type { Span } from '../domain.js';

/** A passage of a paragraph that is either text or left-over markup. */
export interface Piece extends Span {
  readonly markup: boolean;
}

/**
 * Whole tags, and torn ones: a run of attributes (`class="x" alt="y" />`) whose `<img` went
 * missing, or a tag that was cut before its end.
 */
const MARKUP =
  /<\/?[a-zA-Z][a-zA-Z0-9-]*(?:\s[^<>]*)?\/?>|<(?:img|a|div|span|iframe|figure|script)\s[^<>]*$|(?:[\w-]+=(?:"[^"<>]*"|'[^'<>]*')[\s,]*)+(?:\/?>)?/g;

/** Cuts a paragraph into text and left-over markup, trimmed, in order. */
export function findMarkup(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const add = (start: number, end: number, markup: boolean) => {
    const slice = text.slice(start, end);
    const lead = slice.length - slice.trimStart().length;
    const length = slice.trim().length;
    if (length > 0) pieces.push({ start: start + lead, end: start + lead + length, markup });
  };
  for (const match of text.matchAll(MARKUP)) {
    add(from, match.index, false);
    from = match.index + match[0].length;
    add(match.index, from, true);
  }
  add(from, text.length, false);
  return pieces;
}
