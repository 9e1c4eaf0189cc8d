/** Why a row of a review is as it is, in words. */
import type { PairToExplain } from '../../align/explain/explain-pair.js';
import type { BeadPositions } from '../../align/input/bead-positions.js';
import { explainBeads } from '../../align/parallel/explain.js';
import type { Embedder } from '../../domain.js';
import {
  columnLabel,
  filledCells,
  indexOfRow,
  rowNumber,
  rowType,
  sentenceNumbers,
  sentenceOf,
} from '../../review/lookup.js';
import type { Review, ReviewRow } from '../../review/model.js';
import { readableOriginal } from '../../review/text.js';
import { embedRegion, placesOf } from '../align-region.js';
import {
  describeConfidence,
  linesOfChecks,
  linesOfPair,
  linesOfRow,
  plainLine,
  type ExplanationLine,
} from './explanation-lines.js';
import { placesIn, putInWords, showNumbers } from './pair-in-words.js';

/** Rows on each side of a row that its explanation takes into account. */
const neighbourhood = 100;

/**
 * Explains a row as `linesOfReviewRow` does, in plain text: labels, where there are any, before the text. Not made
 * safe for terminals.
 */
export async function explainReviewRow(
  review: Review,
  id: number,
  embedder: Embedder,
): Promise<readonly string[]> {
  const lines = await linesOfReviewRow(review, id, embedder);
  return lines.map(({ label, text }) => (label === '' ? text : `${label}: ${text}`));
}

/**
 * Explains a row: in words for every pair of columns; nothing for a missing row. Only the rows around it
 * are embedded and aligned.
 */
export async function linesOfReviewRow(
  review: Review,
  id: number,
  embedder: Embedder,
): Promise<readonly ExplanationLine[]> {
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
  const lines = linesOfRow(titleOf(row), cellsOf(review, row));
  const pairs = pairsOf(row);
  for (const [a, b] of pairs) {
    const [first, second] = [inputs[a], inputs[b]];
    if (first === undefined || second === undefined) continue;
    const bead: BeadPositions = { a: place(a, row.cells), b: place(b, row.cells) };
    const [explanation] = explainBeads(first, second, [bead]);
    if (explanation === undefined) continue;
    const pair: PairToExplain = {
      first,
      second,
      bead,
      method: row.method,
      explanation,
      beads: rows
        .map(({ cells, confidence }) => ({ a: place(a, cells), b: place(b, cells), confidence }))
        .filter((own) => own.a.length + own.b.length > 0),
      passages: review.alignments.find((own) => own.a === a && own.b === b)?.passages,
      ...placesIn([first.stream, second.stream], [columnLabel(review, a), columnLabel(review, b)]),
    };
    const words = await putInWords(pair, embedder);
    lines.push(plainLine(''));
    if (pairs.length > 1)
      lines.push({ label: '', text: pair.names.join(' and '), isHeading: true });
    lines.push(...linesOfPair(pair, words));
  }
  const checks = linesOfChecks(row.checks, (stream) => columnLabel(review, stream));
  return [...lines, ...checks, ...textsOf(review, row).map(plainLine)];
}

function titleOf(row: ReviewRow): string {
  const said = describeConfidence(row.method, row.confidence, filledCells(row.cells) > 1);
  return `Row ${rowNumber(row)} (${rowType(row)}): ${said}`;
}

function cellsOf(
  review: Review,
  row: ReviewRow,
): { label: string; text: string; language: string }[] {
  return row.cells.flatMap((cell, stream) => {
    if (cell.length === 0) return [];
    const numbers = showNumbers(cell.map((own) => sentenceNumbers(review)[own] ?? 0));
    return [
      {
        label: `${columnLabel(review, stream)} ${numbers}`,
        text: readableOriginal(review, row, stream),
        language: review.streams[stream]?.language ?? '',
      },
    ];
  });
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
