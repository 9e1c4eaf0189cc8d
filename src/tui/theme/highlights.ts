/** What is set apart in a text: what checks found there, what a search found. */
import type { Span } from '../../domain.js';
import type { ReviewRow } from '../../review/model.js';
import { findMatches, type Query } from '../../review/search.js';
import type { Highlight } from '../../terminal/highlight.js';

/** What the checks of a row found in one sentence of a column, as offsets into the sentence. */
export function checkFindings(row: ReviewRow, stream: number, sentence: Span): Highlight[] {
  return row.checks.flatMap(({ a, b }) =>
    [a, b]
      .filter((side) => side.stream === stream)
      .flatMap((side) => side.spans)
      .filter((span) => span.start < sentence.end && span.end > sentence.start)
      .map((span) => ({
        start: Math.max(0, span.start - sentence.start),
        end: span.end - sentence.start,
        style: 'check',
      })),
  );
}

/** Where a search hits; nowhere without one. */
export function searchHits(query: Query | null, text: string): Highlight[] {
  if (query === null) return [];
  return findMatches(text, query).map((match) => ({ ...match, style: 'hit' }));
}
