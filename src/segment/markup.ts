import type { Span } from '../domain.js';
import { continuesCharacter } from './characters.js';
import { allMatches } from '../text/patterns/all-matches.js';

/** A passage of a paragraph that is either text or left-over markup. */
export interface Piece extends Span {
  readonly markup: boolean;
}

/** Curly quotes, as word processors and blogs write them. */
const quoteClass = '["\'“”„″′‘’]';
const attribute = `[\\w:-]{1,40}=${quoteClass}[^"“”″<>]{0,400}${quoteClass}`;
/**
 * Tags that carry data (an image, a frame, a script), whole or cut at the end, and the rest of a
 * tag without its beginning: attributes and the bracket. Tags such as <b> or <a> stay in their
 * sentence.
 */
const markupTag = new RegExp(
  [
    `<(?:img|iframe|figure|video|source|svg|script|style|div|link|meta)\\s[^<>]{0,2000}(?:>|$)`,
    `</(?:div|figure|iframe|script|style)>`,
    `<!--[^>]{0,2000}-->`,
    `(?:${quoteClass}\\s?)?${attribute}(?:\\s${attribute}){0,20}(?:\\s?/)?>`,
  ].join('|'),
  'g',
);
/** "fears.izer/v2/X.jpg?...": a word and its full stop come before the truncated address. */
const wordBefore = /^([\p{L}'’-]+[.!?…]["”’»)]*)(?=[^\s]*[/=])/u;

/** Splits a paragraph into text and left-over markup, trimmed, in order, in linear time. */
export function findMarkup(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const add = (start: number, end: number, markup: boolean): void => {
    const slice = text.slice(start, end);
    const lead = slice.length - slice.trimStart().length;
    const length = slice.trim().length;
    if (length > 0) pieces.push({ start: start + lead, end: start + lead + length, markup });
  };
  // Most paragraphs have no bracket and can skip the pattern.
  if (/[<>]/.test(text)) {
    for (const match of allMatches(text, markupTag)) {
      let start = match.index;
      let end = start + match[0].length;
      // Marks without a letter belong to the bracket.
      while (continuesCharacter(text, end)) end += text.codePointAt(end)! > 0xffff ? 2 : 1;
      if (!match[0].startsWith('<')) {
        start = Math.max(from, wordStart(text, start));
        start += wordBefore.exec(text.slice(start, end))?.[1]?.length ?? 0;
      }
      add(from, start, false);
      add(start, end, true);
      from = end;
    }
  }
  add(from, text.length, false);
  return pieces;
}

/** Beginning of the run of non-spaces that ends at `at`, at most 500 characters earlier. */
function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 500 && !/\s/.test(text.charAt(start - 1))) start--;
  return start;
}
