/** Places in a text that mean something: what checks found there, what a search found. */
import type { Span } from '../../../domain.js';
import type { ReviewRow } from '../../../review/model.js';
import { findMatches } from '../../../review/search.js';
import type { Mark } from '../../../terminal/line.js';
import type { View } from '../../view/view-state.js';

/** What the checks found in this sentence, as offsets into it. */
export function checkMarks(row: ReviewRow, stream: number, sentence: Span): Mark[] {
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

/** Where the search of the person hits. */
export function hits(view: Pick<View, 'query'>, text: string): Mark[] {
  if (view.query === null) return [];
  return findMatches(text, view.query).map((match) => ({ ...match, style: 'hit' }));
}
