/** What is highlighted in a text: findings of checks and matches of a search. */
import type { Span } from '../../domain.js';
import type { ReviewRow } from '../../review/model.js';
import { findMatches, type Query } from '../../review/search.js';
import type { Highlight } from '../../terminal/highlight.js';

/** What a row's checks found in one sentence of a column, as offsets into the sentence. */
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

/** The matches of a search in a text; none without a search. */
export function searchHits(query: Query | null, text: string): Highlight[] {
  if (query === null) return [];
  return findMatches(text, query).map((match) => ({ ...match, style: 'hit' }));
}
