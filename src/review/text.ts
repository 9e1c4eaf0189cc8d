/** The text of a cell as outputs write it, on one line. */
import { passageText, sentenceSpans } from '../text/passage.js';
import { sentenceNumbers, sentenceOf } from './lookup.js';
import type { Review, ReviewRow } from './model.js';

/** The source's own text of a cell, line breaks as spaces. */
export function originalText(
  review: Pick<Review, 'sources' | 'streams' | 'sentences'>,
  row: ReviewRow,
  stream: number,
): string {
  const { source = -1, language = 'und' } = review.streams[stream] ?? {};
  const numbers = sentenceNumbers(review);
  const sentences = (row.cells[stream] ?? []).map((id) => {
    const { start, end } = sentenceOf(review, id);
    return { number: numbers[id] ?? 0, start, end };
  });
  const text = review.sources[source]?.text ?? '';
  return passageText(text, sentenceSpans(sentences), language).replace(/\s+/gu, ' ');
}

/** The current text of a cell: the reviewer's, if there is one. */
export function cellText(
  review: Pick<Review, 'sources' | 'streams' | 'sentences'>,
  row: ReviewRow,
  stream: number,
): string {
  return row.edits[stream] ?? originalText(review, row, stream);
}
