/**
 * Noise as rows: sentences that are not aligned are in no row of a review, but can be viewed and put
 * back. These rows are for display only; their ids are negative, and operations on rows refuse them.
 */
import type { NoiseReason } from '../domain.js';
import { sentencesOfSource } from './lookup.js';
import type { Review, ReviewRow, ReviewSentence } from './model.js';

const known = new WeakMap<Review['sentences'], readonly ReviewRow[]>();

/**
 * A row for every piece of noise: adjacent sentences of one paragraph. In the order
 * of the sources and their texts; remembered until a sentence changes.
 */
export function noiseRows(review: Review): readonly ReviewRow[] {
  let rows = known.get(review.sentences);
  if (rows === undefined) {
    rows = review.sources.flatMap((_, source) => rowsOfSource(review, source));
    known.set(review.sentences, rows);
  }
  return rows;
}

/** Whether a row is one of `noiseRows`. */
export function isNoiseRow(row: Pick<ReviewRow, 'id'>): boolean {
  return row.id < 0;
}

/** Why a row of noise is noise; null for any other row. */
export function noiseReason(review: Review, row: ReviewRow): NoiseReason | null {
  return isNoiseRow(row) ? (review.sentences[row.cells.flat()[0] ?? -1]?.noise ?? null) : null;
}

/**
 * The column that a sentence would belong to if it were aligned; -1 if its source has none. As when
 * streams are made, a sentence in a foreign language goes with the one `before` it.
 */
export function columnOf(
  { streams }: Pick<Review, 'streams'>,
  { source, language }: ReviewSentence,
  before: number | null,
): number {
  const own = streams.findIndex(
    (stream) => stream.source === source && stream.language === language,
  );
  if (own >= 0) return own;
  return before ?? streams.findIndex((stream) => stream.source === source);
}

function rowsOfSource(review: Review, source: number): ReviewRow[] {
  const pieces: { column: number; sentences: ReviewSentence[] }[] = [];
  let before: ReviewSentence | undefined;
  let stream: number | null = null;
  for (const sentence of sentencesOfSource(review, source)) {
    const { noise, paragraph } = sentence;
    stream = sentence.stream ?? stream;
    if (noise !== null) {
      const goesOn = before?.noise === noise && before.paragraph === paragraph;
      if (goesOn) pieces.at(-1)?.sentences.push(sentence);
      else pieces.push({ column: columnOf(review, sentence, stream), sentences: [sentence] });
    }
    before = sentence;
  }
  return pieces.flatMap(({ column, sentences }) => toRow(review, column, sentences));
}

function toRow(review: Review, column: number, piece: readonly ReviewSentence[]): ReviewRow[] {
  const [first] = piece;
  if (first === undefined || column < 0) return [];
  const ids = piece.map(({ id }) => id);
  return [
    {
      id: -1 - first.id,
      cells: review.streams.map((_, stream) => (stream === column ? ids : [])),
      score: 0,
      confidence: 0,
      method: 'manual',
      crossing: false,
      status: 'unreviewed',
      doubt: false,
      flagged: false,
      note: '',
      edits: {},
      checks: [],
    },
  ];
}
