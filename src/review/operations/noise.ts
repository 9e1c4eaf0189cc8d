/** Removes sentences from the alignment as noise, and puts noise back as text. */
import { applyChange } from '../change.js';
import { filledCells, indexOfRow, sentenceOf, sentencesOfSource, rowNumber } from '../lookup.js';
import { refuse, type Change, type Draft, type Review, type ReviewSentence } from '../model.js';
import { columnOf } from '../noise.js';
import {
  emptyCells,
  entry,
  manualRow,
  replaceRows,
  withCell,
  type OperationContext,
} from './rebuild.js';

const none: OperationContext = {};

/** Marks a column's sentences in a row as noise; the rest of the row stays. */
export function markAsNoise(review: Review, id: number, stream: number, context = none): Draft {
  const at = indexOfRow(review, id);
  const row = review.rows[at];
  const cell = row?.cells[stream] ?? [];
  if (row === undefined) return refuse('no row is selected');
  if (cell.length === 0) return refuse('this column has no sentence here');
  if (review.rows.length === 1 && filledCells(row.cells) === 1) {
    return refuse('nothing would be left to review');
  }
  const sentences = cell.map((own) => sentenceOf(review, own));
  const stays = manualRow(
    review,
    { id, cells: withCell(row.cells, stream, []), from: [row] },
    context,
  );
  const changes: Change[] = [
    // Before the sentences change, while they still are the column's.
    replaceRows(review, at, 1, [stays]),
    {
      type: 'sentences',
      removed: sentences,
      inserted: sentences.map((own) => ({ ...own, stream: null, noise: 'manual' })),
    },
  ];
  const gone = filledCells(stays.cells) === 0;
  const to = gone ? (review.rows[at + 1] ?? review.rows[at - 1])?.id : id;
  return entry(`marked ${counted(cell.length)} of ${rowNumber({ id })} as noise`, id, changes, to);
}

/**
 * Marks noise as text again: every sentence gets a separate row without a decision at its place in the
 * text, so that it can be linked or realigned with its neighbours.
 */
export function restoreNoise(review: Review, ids: readonly number[]): Draft {
  const noise = ids.flatMap((id) => review.sentences[id] ?? []).filter((own) => own.noise !== null);
  const [first] = noise;
  if (first === undefined) return refuse('there is no noise here');
  const column = columnOf(review, first, streamBefore(review, first));
  if (column < 0) return refuse('nothing of this source is aligned');
  const restored = noise.map((own): ReviewSentence => ({ ...own, stream: column, noise: null }));
  const change: Change = { type: 'sentences', removed: noise, inserted: restored };
  const next = applyChange(review, change);
  const at = placeFor(next, first, column);
  const rows = restored.map((own, index) => ({
    ...manualRow(
      next,
      { id: review.nextRow + index, cells: withCell(emptyCells(next), column, [own.id]), from: [] },
      none,
    ),
    status: 'unreviewed' as const,
  }));
  const beside = review.rows[Math.max(0, at - 1)]?.id ?? 0;
  const numbers = rows.map(rowNumber);
  const where = rows.length === 1 ? `row ${numbers[0]}` : `rows ${numbers[0]} to ${numbers.at(-1)}`;
  return entry(`marked ${counted(rows.length)} as text again: ${where}`, beside, [
    change,
    replaceRows(next, at, 0, rows),
  ]);
}

function counted(sentences: number): string {
  return sentences === 1 ? 'a sentence' : `${sentences} sentences`;
}

/** The column of the sentence before another one in its source. */
function streamBefore(review: Review, { source, start }: ReviewSentence): number | null {
  const before = sentencesOfSource(review, source).findLast(
    (own) => own.stream !== null && own.start < start,
  );
  return before?.stream ?? null;
}

/** Index at which to insert a sentence's row: after the row of the previous sentence in its column. */
function placeFor(review: Review, sentence: ReviewSentence, stream: number): number {
  const rowOf = new Map<number, number>();
  review.rows.forEach((row, index) => {
    for (const id of row.cells[stream] ?? []) rowOf.set(id, index);
  });
  let after: number | undefined;
  for (const own of sentencesOfSource(review, sentence.source)) {
    const row = rowOf.get(own.id);
    if (row === undefined) continue;
    if (own.start > sentence.start) return after === undefined ? row : after + 1;
    after = row;
  }
  return after === undefined ? review.rows.length : after + 1;
}
