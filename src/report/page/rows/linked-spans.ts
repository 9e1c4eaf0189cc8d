/** Which words say the same as the word at a place of a row. */
import type { PageWords } from '../../data/page-data.js';

/** A word of a row: UTF-16 offsets into the text of a column, half-open. */
export interface WordSpan {
  readonly column: number;
  readonly start: number;
  readonly end: number;
}

/** The word at a place and all that are linked with it, or with one of those; none if it has no link. */
export function linkedSpans(
  words: readonly PageWords[],
  column: number,
  offset: number,
): WordSpan[] {
  const spans = new Map<string, WordSpan>();
  const add = (own: number, start: number, end: number): void =>
    void spans.set(`${own} ${start}`, { column: own, start, end });
  for (const [a, b, ...places] of words) {
    if (column !== a && column !== b) continue;
    const links = linksOf(places);
    const isAt = (link: Link): boolean =>
      column === a
        ? link.aStart <= offset && offset < link.aEnd
        : link.bStart <= offset && offset < link.bEnd;
    const found = new Set(links.filter(isAt));
    // A word may be linked with two, and these with the words beside it.
    for (const link of found)
      for (const other of links)
        if (other.aStart === link.aStart || other.bStart === link.bStart) found.add(other);
    for (const link of found) {
      add(a, link.aStart, link.aEnd);
      add(b, link.bStart, link.bEnd);
    }
  }
  return [...spans.values()];
}

interface Link {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

function linksOf(places: readonly number[]): Link[] {
  const links: Link[] = [];
  for (let at = 0; at + 3 < places.length; at += 4) {
    const [aStart = 0, aEnd = 0, bStart = 0, bEnd = 0] = places.slice(at, at + 4);
    links.push({ aStart, aEnd, bStart, bEnd });
  }
  return links;
}
