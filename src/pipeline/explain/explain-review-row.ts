/** Why a row of a review is as it is, in plain text. */
import { explainBeads, type BeadPositions } from '../../align/parallel/explain.js';
import { explanationLines } from '../../align/parallel/explanation-lines.js';
import type { Embedder } from '../../domain.js';
import {
  columnLabel,
  indexOfRow,
  rowNumber,
  rowType,
  sentenceNumbers,
  sentenceOf,
} from '../../review/lookup.js';
import type { Review, ReviewRow } from '../../review/model.js';
import { confidenceOf } from '../../review/queue.js';
import { readableOriginal } from '../../review/text.js';
import { embedRegion, placesOf } from '../align-region.js';

/** Rows on each side of a row that its explanation takes into account. */
const neighbourhood = 100;

/**
 * Explains a row with the aligner for parallel texts: a few lines for every pair of columns; none
 * for a missing row. Only the rows around it are embedded and aligned.
 */
export async function explainReviewRow(
  review: Review,
  id: number,
  embedder: Embedder,
): Promise<readonly string[]> {
  const at = indexOfRow(review, id);
  const row = review.rows[at];
  if (row === undefined) return [];
  const rows = review.rows.slice(Math.max(0, at - neighbourhood), at + neighbourhood + 1);
  const start = (own: number) => sentenceOf(review, own).start;
  const sentences = review.streams.map((_, stream) =>
    rows.flatMap((own) => own.cells[stream] ?? []).sort((a, b) => start(a) - start(b) || a - b),
  );
  const inputs = await embedRegion(review, sentences, embedder);
  const place = placesOf(sentences);
  const lines = [`Row ${rowNumber(row)} (${rowType(row)}, ${row.method}): ${measures(row)}`];
  row.cells.forEach((cell, stream) => {
    if (cell.length === 0) return;
    const numbers = cell.map((own) => sentenceNumbers(review)[own]).join(',');
    lines.push(
      `  ${columnLabel(review, stream)} ${numbers}: ${readableOriginal(review, row, stream)}`,
    );
  });
  if (row.method === 'comparable') {
    lines.push(
      '',
      'This row comes from comparable mode. The scores below are those of the aligner for parallel texts.',
    );
  }
  for (const [a, b] of pairsOf(row)) {
    const [inputA, inputB] = [inputs[a], inputs[b]];
    if (inputA === undefined || inputB === undefined) continue;
    const bead: BeadPositions = { a: place(a, row.cells), b: place(b, row.cells) };
    const streams = [inputA.stream, inputB.stream] as const;
    const pair = `${columnLabel(review, a)} and ${columnLabel(review, b)}`;
    for (const explanation of explainBeads(inputA, inputB, [bead])) {
      lines.push('', pair, ...explanationLines(streams, explanation));
    }
  }
  return [...lines, ...textsOf(review, row)];
}

/** What was found in the texts as wholes when they were aligned: the passages, and what has no counterpart. */
function textsOf(review: Review, { cells }: ReviewRow): string[] {
  const isIn = (stream: number): boolean => (cells[stream]?.length ?? 0) > 0;
  return review.alignments
    .filter(({ a, b, reason }) => reason !== '' && (isIn(a) || isIn(b)))
    .flatMap(({ a, b, reason }) => [
      '',
      `The texts ${columnLabel(review, a)} and ${columnLabel(review, b)}: ${reason}`,
    ]);
}

function measures(row: ReviewRow): string {
  const confidence = confidenceOf(row);
  return confidence === null
    ? 'linked by hand; the scores below are what the aligner would give it'
    : `confidence ${confidence.toFixed(2)}, similarity ${row.score.toFixed(2)}`;
}

/** Pairs of columns with sentences in the row; a lone column with the one it could be linked to. */
function pairsOf(row: ReviewRow): [number, number][] {
  const filled = row.cells.flatMap((cell, stream) => (cell.length > 0 ? [stream] : []));
  const [only] = filled;
  if (filled.length === 1 && only !== undefined) {
    const other = row.cells.findIndex((_, stream) => stream !== only);
    return other < 0 ? [] : [[Math.min(only, other), Math.max(only, other)]];
  }
  return filled.flatMap((a, index) => filled.slice(index + 1).map((b): [number, number] => [a, b]));
}
