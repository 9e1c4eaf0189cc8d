/** The text of a cell, as people read it and as outputs write it. */
import { sentenceSeparator } from '../text/scripts.js';
import { sentenceOf } from './lookup.js';
import type { Review, ReviewRow } from './model.js';

/**
 * Text of some sentences of one source: the source's own passage for neighbours (with what stands
 * between them), runs joined by a space, or by nothing in scripts without spaces.
 */
export function passage(
  review: Pick<Review, 'sources' | 'sentences'>,
  ids: readonly number[],
  language: string,
): string {
  let text = '';
  let end = -1;
  for (const id of ids) {
    const sentence = sentenceOf(review, id);
    const source = review.sources[sentence.source]?.text ?? '';
    const own = source.slice(sentence.start, sentence.end);
    if (end >= 0) {
      // Sentences that touch ("...crisis.Meanwhile") get no space that the source doesn't have.
      const touching = sentence.start === end;
      text += (touching ? '' : sentenceSeparator(language)) + own;
    } else text = own;
    end = sentence.end;
  }
  return text;
}

/** The source's own text of a cell, line breaks as spaces. */
export function originalText(
  review: Pick<Review, 'sources' | 'streams' | 'sentences'>,
  row: ReviewRow,
  stream: number,
): string {
  const language = review.streams[stream]?.language ?? 'und';
  return passage(review, row.cells[stream] ?? [], language).replace(/\s+/gu, ' ');
}

/** What a cell says now: the reviewer's text where there is one. */
export function cellText(
  review: Pick<Review, 'sources' | 'streams' | 'sentences'>,
  row: ReviewRow,
  stream: number,
): string {
  return row.edits[stream] ?? originalText(review, row, stream);
}
