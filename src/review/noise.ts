/**
 * Noise as rows: what is not aligned stands in no row of a review, but can be looked at and put back.
 * These rows exist for showing only; their ids are below zero, and operations on rows refuse them.
 */
import type { NoiseReason } from '../domain.js';
import { sentencesOfSource } from './lookup.js';
import type { Review, ReviewRow, ReviewSentence } from './model.js';

const known = new WeakMap<Review['sentences'], readonly ReviewRow[]>();

/**
 * A row for every piece of noise: the sentences of one paragraph that stand side by side. In the order
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

/** The column that a sentence belongs to, were it aligned; -1 where its source has none. */
export function columnOf(
  review: Pick<Review, 'streams' | 'sentences'>,
  { source, language, start }: ReviewSentence,
): number {
  const own = review.streams.findIndex(
    (stream) => stream.source === source && stream.language === language,
  );
  if (own >= 0) return own;
  // As when streams are made: a foreign sentence goes with what stands before it.
  let before: ReviewSentence | undefined;
  for (const other of review.sentences) {
    if (other?.source !== source || other.stream === null || other.start > start) continue;
    if (before === undefined || other.start > before.start) before = other;
  }
  return before?.stream ?? review.streams.findIndex((stream) => stream.source === source);
}

function rowsOfSource(review: Review, source: number): ReviewRow[] {
  const pieces: ReviewSentence[][] = [];
  let before: ReviewSentence | undefined;
  for (const sentence of sentencesOfSource(review, source)) {
    const { noise, paragraph } = sentence;
    if (noise !== null) {
      const goesOn = before?.noise === noise && before.paragraph === paragraph;
      if (goesOn) pieces.at(-1)?.push(sentence);
      else pieces.push([sentence]);
    }
    before = sentence;
  }
  return pieces.flatMap((piece) => toRow(review, piece));
}

function toRow(review: Review, piece: readonly ReviewSentence[]): ReviewRow[] {
  const [first] = piece;
  if (first === undefined) return [];
  const column = columnOf(review, first);
  if (column < 0) return [];
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
