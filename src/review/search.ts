/**
 * Finds text as users type it: smart case and smart diacritics (ignored unless the query has them),
 * full-width and ligature forms treated alike (NFKC).
 */

import { splitGraphemes } from '../text/graphemes.js';

/** Marks that people leave out when typing: Latin, Greek and Cyrillic accents, Hebrew points, Arabic vowels. */
const optionalMarks = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/gu;

/** A parsed query. */
export interface Query {
  readonly text: string;
  readonly folded: string;
  readonly matchCase: boolean;
  readonly matchMarks: boolean;
}

/** Where a query was found, as UTF-16 offsets into the text that was searched. */
export interface Match {
  readonly start: number;
  readonly end: number;
}

/** Prepares a query; null if there is nothing to search for. */
export function parseQuery(text: string): Query | null {
  const plain = text.normalize('NFKC');
  if (plain.trim() === '') return null;
  const matchCase = /\p{Lu}/u.test(plain);
  const matchMarks = plain.normalize('NFD').search(optionalMarks) >= 0;
  const query = { text, matchCase, matchMarks, folded: '' };
  return { ...query, folded: fold(plain, query) };
}

function fold(text: string, query: Pick<Query, 'matchCase' | 'matchMarks'>): string {
  // Ten thousand rows are searched while a key is held, so only what must be normalised is.
  if (isAscii(text)) return query.matchCase ? text : text.toLowerCase();
  const apart = text.normalize(query.matchMarks ? 'NFKC' : 'NFKD');
  const cased = query.matchCase ? apart : apart.toLowerCase();
  const bare = query.matchMarks ? cased : cased.replace(optionalMarks, '');
  return isAscii(bare) ? bare : bare.normalize('NFC');
}

function isAscii(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /^[\u0000-\u007f]*$/.test(text);
}

/** Whether the query is in the text. Linear. */
export function contains(text: string, query: Query): boolean {
  return fold(text, query).includes(query.folded);
}

/** All places of the query in the text, not overlapping. Linear; meant for the text on the screen. */
export function findMatches(text: string, query: Query): readonly Match[] {
  let folded = '';
  // Offset in `folded` -> offset in `text`, at grapheme boundaries.
  const starts: number[] = [];
  const ends: number[] = [];
  let index = 0;
  for (const grapheme of splitGraphemes(text)) {
    const piece = fold(grapheme, query);
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(index);
      ends.push(index + grapheme.length);
    }
    index += grapheme.length;
    folded += piece;
  }
  const matches: Match[] = [];
  let last = 0;
  for (let at = folded.indexOf(query.folded); at >= 0;) {
    const start = starts[at] ?? 0;
    const end = ends[at + query.folded.length - 1] ?? text.length;
    // A character may contain it twice: it is found once, as a whole.
    if (start >= last) matches.push({ start, end });
    last = Math.max(last, end);
    at = folded.indexOf(query.folded, at + query.folded.length);
  }
  return matches;
}
