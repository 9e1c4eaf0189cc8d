/** Questions about a review that many modules ask. */
import type { Markup, Paragraph } from '../domain.js';
import { columnLetters } from '../text/column-letters.js';
import { markupWithin, type MarkedText } from '../text/markup.js';
import type { Review, ReviewRow, ReviewSentence } from './model.js';

const positions = new WeakMap<readonly ReviewRow[], ReadonlyMap<number, number>>();

/** Row id -> index in reading order. Built once per list of rows, O(rows). */
function rowIndexes(review: Review): ReadonlyMap<number, number> {
  let map = positions.get(review.rows);
  if (map === undefined) {
    map = new Map(review.rows.map((row, index) => [row.id, index]));
    positions.set(review.rows, map);
  }
  return map;
}

/** Index of a row in reading order; -1 if no row has that id. */
export function indexOfRow(review: Review, id: number): number {
  return rowIndexes(review).get(id) ?? -1;
}

/**
 * The number of a row for users and in outputs, from 1: the one the alignment gave it, or a new one for
 * a row made by a user. It is never reused for another row.
 */
export function rowNumber({ id }: Pick<ReviewRow, 'id'>): number {
  return id + 1;
}

/** A row by id. */
export function rowOf(review: Review, id: number): ReviewRow | undefined {
  return review.rows[indexOfRow(review, id)];
}

/** A sentence by id; throws RangeError for an id that doesn't exist, which is a bug. */
export function sentenceOf(review: Pick<Review, 'sentences'>, id: number): ReviewSentence {
  const sentence = review.sentences[id];
  if (sentence === undefined) throw new RangeError(`sentence ${id} does not exist`);
  return sentence;
}

/** The sentences of one source in the order of its text, noise included. O(n log n). */
export function sentencesOfSource(
  review: Pick<Review, 'sentences'>,
  source: number,
): readonly ReviewSentence[] {
  return review.sentences
    .filter((sentence): sentence is ReviewSentence => sentence?.source === source)
    .sort((a, b) => a.start - b.start || a.end - b.end || a.id - b.id);
}

const numbers = new WeakMap<Review['sentences'], Int32Array>();

/**
 * Sentence id -> its 1-based number in its source, noise included, as outputs print it; 0 for ids
 * of sentences that were split again. Built once per list of sentences.
 */
export function sentenceNumbers(review: Pick<Review, 'sources' | 'sentences'>): Int32Array {
  let known = numbers.get(review.sentences);
  if (known === undefined) {
    known = new Int32Array(review.sentences.length);
    for (let source = 0; source < review.sources.length; source++) {
      let number = 0;
      for (const sentence of sentencesOfSource(review, source)) known[sentence.id] = ++number;
    }
    numbers.set(review.sentences, known);
  }
  return known;
}

/** "1-1", "2-1", "1-0-1": how many sentences of each stream a row contains. */
export function rowType(row: Pick<ReviewRow, 'cells'>): string {
  return row.cells.map((cell) => cell.length).join('-');
}

/** Number of streams that have sentences in a row. */
export function filledCells(cells: ReviewRow['cells']): number {
  return cells.reduce((count, cell) => count + (cell.length > 0 ? 1 : 0), 0);
}

/** Sentence ids in the order of their text; ids of equal start (empty sentences) by id. */
export function inTextOrder(
  review: Pick<Review, 'sentences'>,
  ids: readonly number[],
): readonly number[] {
  return [...ids].sort(
    (a, b) =>
      sentenceOf(review, a).start - sentenceOf(review, b).start ||
      sentenceOf(review, a).end - sentenceOf(review, b).end ||
      a - b,
  );
}

/** A short name for a column: the source's letter, as in the CSV columns, and the language. */
export function columnLabel(review: Pick<Review, 'streams'>, stream: number): string {
  const { source = 0, language = '' } = review.streams[stream] ?? {};
  return `${columnLetters(source)} ${language}`;
}

const paragraphsByNumber = new WeakMap<readonly Paragraph[], ReadonlyMap<number, Paragraph>>();

/** The markup in a sentence, at its places in the source's text; undefined if there is none. */
export function sentenceMarkup(
  { sources }: Pick<Review, 'sources'>,
  sentence: ReviewSentence,
): readonly Markup[] | undefined {
  const paragraphs = sources[sentence.source]?.paragraphs ?? [];
  let own = paragraphs[sentence.paragraph - 1];
  // Paragraphs are numbered in order, as a rule.
  if (own?.number !== sentence.paragraph) {
    let byNumber = paragraphsByNumber.get(paragraphs);
    if (byNumber === undefined) {
      byNumber = new Map(paragraphs.map((paragraph) => [paragraph.number, paragraph]));
      paragraphsByNumber.set(paragraphs, byNumber);
    }
    own = byNumber.get(sentence.paragraph);
  }
  return markupWithin(own?.markup, sentence);
}

/** What a sentence says, without its markup. */
export function sentenceText(
  review: Pick<Review, 'sources'>,
  sentence: ReviewSentence,
): MarkedText {
  const text = (review.sources[sentence.source]?.text ?? '').slice(sentence.start, sentence.end);
  const markup = sentenceMarkup(review, sentence);
  return { text, start: sentence.start, ...(markup && { markup }) };
}
