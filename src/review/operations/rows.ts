/** Merging, splitting, linking: operations that move sentences between rows. All work by row id. */
import { filledCells, inTextOrder, indexOfRow, rowNumber } from '../lookup.js';
import { refuse, type Change, type Draft, type Review, type ReviewRow } from '../model.js';
import { applyChange } from '../change.js';
import {
  emptyCells,
  entry,
  manualRow,
  replaceRows,
  withCell,
  type OperationContext,
} from './rebuild.js';

const none: OperationContext = {};

function union(review: Review, rows: readonly ReviewRow[]): ReviewRow['cells'] {
  return review.streams.map((_, stream) =>
    inTextOrder(
      review,
      rows.flatMap((row) => row.cells[stream] ?? []),
    ),
  );
}

/** Joins a row with its neighbour in reading order, all columns. */
export function mergeRows(
  review: Review,
  id: number,
  direction: 'next' | 'previous',
  context = none,
): Draft {
  const index = indexOfRow(review, id);
  const at = direction === 'next' ? index : index - 1;
  const first = review.rows[at];
  const second = review.rows[at + 1];
  if (index < 0) return refuse('no row is selected');
  if (first === undefined || second === undefined) {
    return refuse(direction === 'next' ? 'this is the last row' : 'this is the first row');
  }
  const from = [first, second];
  const row = manualRow(review, { id: first.id, cells: union(review, from), from }, context);
  return entry(`merged ${rowNumber(first)} and ${rowNumber(second)}`, id, [
    replaceRows(review, at, 2, [row]),
  ]);
}

/**
 * Joins rows at any distance into one. It takes the place of the row that has the lowest stream, and is
 * marked as crossing if it is out of order.
 */
export function linkRows(review: Review, ids: readonly number[], context = none): Draft {
  const places = [...new Set(ids)].map((id) => indexOfRow(review, id)).sort((a, b) => a - b);
  const rows = places.flatMap((place) => review.rows[place] ?? []);
  if (rows.length < 2) return refuse('mark a row first, then link it with another one');
  const lowest = (row: ReviewRow) => row.cells.findIndex((cell) => cell.length > 0);
  const home = rows.reduce((best, row) => (lowest(row) < lowest(best) ? row : best));
  const joined = manualRow(
    review,
    { id: home.id, cells: union(review, rows), from: rows },
    context,
  );
  const changes: Change[] = [];
  let state = review;
  const step = (change: Change) => {
    changes.push(change);
    state = applyChange(state, change);
  };
  for (const row of rows) {
    if (row.id !== home.id) step(replaceRows(state, indexOfRow(state, row.id), 1, []));
  }
  step(replaceRows(state, indexOfRow(state, home.id), 1, [joined]));
  const label = `linked ${places.map((place) => place + 1).join(' and ')}`;
  return entry(label, ids.at(-1) ?? home.id, changes, home.id);
}

/**
 * Cuts a row in two between sentences: the first `counts[stream]` sentences of every stream stay,
 * the rest goes to a new row below.
 */
export function splitRow(
  review: Review,
  id: number,
  counts: readonly number[],
  context = none,
): Draft {
  const at = indexOfRow(review, id);
  const row = review.rows[at];
  if (row === undefined) return refuse('no row is selected');
  const upper = row.cells.map((cell, stream) => cell.slice(0, counts[stream] ?? cell.length));
  const lower = row.cells.map((cell, stream) => cell.slice(counts[stream] ?? cell.length));
  if (filledCells(upper) === 0 || filledCells(lower) === 0) {
    return refuse('one of the two rows would be empty');
  }
  const first = manualRow(review, { id, cells: upper, from: [row] }, context);
  const second = manualRow(
    review,
    { id: review.nextRow, cells: lower, from: [{ ...row, note: '', flagged: false }] },
    context,
  );
  return entry(`split ${rowNumber({ id })}`, id, [replaceRows(review, at, 1, [first, second])], id);
}

/** Moves the last sentence of a cell to the next row, or the first to the previous one. */
export function moveSentence(
  review: Review,
  id: number,
  stream: number,
  direction: 'next' | 'previous',
  context = none,
): Draft {
  const index = indexOfRow(review, id);
  const row = review.rows[index];
  const cell = row?.cells[stream] ?? [];
  const moved = direction === 'next' ? cell.at(-1) : cell[0];
  if (row === undefined) return refuse('no row is selected');
  if (moved === undefined) return refuse('this column has no sentence here to move');
  const rest = cell.filter((sentence) => sentence !== moved);
  const neighbour = review.rows[index + (direction === 'next' ? 1 : -1)];
  const stays = manualRow(
    review,
    { id, cells: withCell(row.cells, stream, rest), from: [row] },
    context,
  );
  const target = neighbour ?? {
    ...row,
    id: review.nextRow,
    cells: emptyCells(review),
    note: '',
    flagged: false,
    edits: {},
  };
  if (neighbour === undefined && filledCells(stays.cells) === 0) {
    return refuse(direction === 'next' ? 'this is the last row' : 'this is the first row');
  }
  const grows = manualRow(
    review,
    {
      id: target.id,
      cells: withCell(target.cells, stream, [...(target.cells[stream] ?? []), moved]),
      // A row without sentences is removed, but its note is kept.
      from: filledCells(stays.cells) === 0 ? [target, row] : [target],
    },
    context,
  );
  const pair = direction === 'next' ? [stays, grows] : [grows, stays];
  const at = direction === 'next' ? index : neighbour === undefined ? index : index - 1;
  const where = neighbour === undefined ? 'a new row' : String(rowNumber(neighbour));
  const to = filledCells(stays.cells) === 0 ? target.id : id;
  return entry(
    `moved a sentence from ${rowNumber(row)} to ${where}`,
    id,
    [replaceRows(review, at, neighbour === undefined ? 1 : 2, pair)],
    to,
  );
}

/** Exchanges a column's sentences between this row and the next. */
export function swapWithNext(review: Review, id: number, stream: number, context = none): Draft {
  const at = indexOfRow(review, id);
  const row = review.rows[at];
  const next = review.rows[at + 1];
  if (row === undefined) return refuse('no row is selected');
  if (next === undefined) return refuse('this is the last row');
  const here = row.cells[stream] ?? [];
  const there = next.cells[stream] ?? [];
  if (here.length === 0 && there.length === 0) return refuse('this column is empty in both rows');
  const give = (to: ReviewRow, ids: readonly number[]) =>
    manualRow(review, { id: to.id, cells: withCell(to.cells, stream, ids), from: [to] }, context);
  return entry(`swapped the column between ${rowNumber(row)} and ${rowNumber(next)}`, id, [
    replaceRows(review, at, 2, [give(row, there), give(next, here)]),
  ]);
}

/** Takes a column's sentences out of a row: each becomes a new row below it. */
export function unlink(review: Review, id: number, stream: number, context = none): Draft {
  const at = indexOfRow(review, id);
  const row = review.rows[at];
  const cell = row?.cells[stream] ?? [];
  if (row === undefined) return refuse('no row is selected');
  if (cell.length === 0) return refuse('this column has no sentence here');
  if (filledCells(row.cells) < 2) return refuse('nothing is linked here');
  const stays = manualRow(
    review,
    { id, cells: withCell(row.cells, stream, []), from: [row] },
    context,
  );
  const alone = cell.map((sentence, index) =>
    manualRow(
      review,
      {
        id: review.nextRow + index,
        cells: withCell(emptyCells(review), stream, [sentence]),
        from: cell.length === 1 ? [{ ...row, note: '', flagged: false }] : [],
      },
      context,
    ),
  );
  return entry(`unlinked a column of ${rowNumber({ id })}`, id, [
    replaceRows(review, at, 1, [stays, ...alone]),
  ]);
}
