/** The text of a cell as outputs write it, on one line. */
import { passageText, sentenceSpans } from '../text/passage.js';
import { plainPassage, type ReadSentence } from '../text/markup.js';
import { sentenceMarkup, sentenceNumbers, sentenceOf } from './lookup.js';
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

/** What the source's text of a cell says without markup, line breaks as spaces. */
export function readableOriginal(
  review: Pick<Review, 'sources' | 'streams' | 'sentences'>,
  row: ReviewRow,
  stream: number,
): string {
  const { source = -1, language = 'und' } = review.streams[stream] ?? {};
  const { text = '', format } = review.sources[source] ?? {};
  const numbers = sentenceNumbers(review);
  const sentences = (row.cells[stream] ?? []).map((id): ReadSentence => {
    const own = sentenceOf(review, id);
    const markup = sentenceMarkup(review, own);
    const { start, end } = own;
    return { number: numbers[id] ?? 0, start, end, ...(markup && { markup }) };
  });
  const hasMarkup = format === 'markdown' || sentences.some(({ markup }) => markup !== undefined);
  if (!hasMarkup) return originalText(review, row, stream);
  const plain = plainPassage(text, sentences, language).replace(/\s+/gu, ' ');
  // An image says nothing; it is shown as it stands.
  return plain.trim() === '' ? originalText(review, row, stream) : plain;
}

/** What people read in a cell: the reviewer's text where there is one, else the source's without markup. */
export function readableText(
  review: Pick<Review, 'sources' | 'streams' | 'sentences'>,
  row: ReviewRow,
  stream: number,
): string {
  return row.edits[stream] ?? readableOriginal(review, row, stream);
}
