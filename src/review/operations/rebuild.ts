/**
 * Putting new rows together for operations that move sentences between rows: what a row that a
 * person touched is worth, where its neighbours' bookkeeping goes, whether it is out of order.
 */
import { filledCells, inTextOrder, sentenceOf } from '../lookup.js';
import type { Change, Entry, Review, ReviewRow, RowChecker } from '../model.js';

/** What operations need besides the review. */
export interface OperationContext {
  /** Recomputes checks; without one, a row that changes has none. */
  readonly check?: RowChecker;
}

/** Everything of a row but what follows from its cells. */
export interface RowParts {
  readonly id: number;
  readonly cells: ReviewRow['cells'];
  /** The rows it is made of; notes, flags and edited texts come from them. */
  readonly from: readonly ReviewRow[];
}

/** Notes of several rows as one, without saying a thing twice. */
function joinNotes(rows: readonly ReviewRow[]): string {
  return [...new Set(rows.map((row) => row.note).filter((note) => note !== ''))].join(' / ');
}

/**
 * A row that a person put together: method `manual`, status `edited`. It has neither score nor
 * confidence: those of the rows it came from speak of other partners, and nothing measured these.
 * A text that was edited stays with the row whose sentences in that stream are still the same.
 */
export function manualRow(review: Review, parts: RowParts, context: OperationContext): ReviewRow {
  const cells = parts.cells.map((cell) => inTextOrder(review, cell));
  const edits: Record<number, string> = {};
  cells.forEach((cell, stream) => {
    const owner = parts.from.find(
      (row) => row.edits[stream] !== undefined && sameIds(row.cells[stream] ?? [], cell),
    );
    const text = owner?.edits[stream];
    if (text !== undefined) edits[stream] = text;
  });
  return {
    id: parts.id,
    cells,
    score: 0,
    confidence: 0,
    method: 'manual',
    crossing: false,
    status: 'edited',
    doubt: false,
    flagged: parts.from.some((row) => row.flagged),
    note: joinNotes(parts.from),
    edits,
    checks: checksOf(review, { cells, edits }, context),
  };
}

/** The checks of a row as it is now; none without a checker, or a second side. */
export function checksOf(
  review: Review,
  { cells, edits }: Pick<ReviewRow, 'cells' | 'edits'>,
  { check }: OperationContext,
): ReviewRow['checks'] {
  return check === undefined || filledCells(cells) < 2 ? [] : check(review, cells, edits);
}

/** Whether two lists of sentence ids are the same. */
export function sameIds(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}

/** An empty cell for every stream. */
export function emptyCells(review: Review): (readonly number[])[] {
  return review.streams.map(() => []);
}

/** The cells with one of them replaced. */
export function withCell(
  cells: ReviewRow['cells'],
  stream: number,
  ids: readonly number[],
): readonly (readonly number[])[] {
  return cells.map((cell, index) => (index === stream ? ids : cell));
}

/**
 * Marks rows of `inserted` that are out of order: some of their sentences stand before one of an
 * earlier row or after one of a later row, rows already known to cross left aside. O(rows). The aligner
 * marks what is outside the heaviest chain of all beads instead (`markCrossing`): here that would
 * change rows far from the edit.
 */
export function markOutOfOrder(
  review: Review,
  at: number,
  removed: number,
  inserted: readonly ReviewRow[],
): readonly ReviewRow[] {
  const before = extremes(review, review.rows.slice(0, at), 'last');
  const after = extremes(review, review.rows.slice(at + removed), 'first');
  const later: Map<number, number>[] = [];
  let bound = after;
  for (let index = inserted.length - 1; index >= 0; index--) {
    later[index] = bound;
    const row = inserted[index];
    if (row !== undefined) bound = tighten(review, bound, row, 'first');
  }
  let reached = before;
  return inserted.map((row, index) => {
    const next = later[index] ?? after;
    const crossing =
      filledCells(row.cells) > 1 &&
      row.cells.some((cell, stream) =>
        cell.some((id) => {
          const { start } = sentenceOf(review, id);
          return start < (reached.get(stream) ?? -1) || start > (next.get(stream) ?? Infinity);
        }),
      );
    if (!crossing) reached = tighten(review, reached, row, 'last');
    return crossing === row.crossing ? row : { ...row, crossing };
  });
}

function extremes(
  review: Review,
  rows: readonly ReviewRow[],
  side: 'first' | 'last',
): Map<number, number> {
  const bound = new Map<number, number>();
  for (const row of rows) {
    if (!row.crossing && filledCells(row.cells) > 1) include(review, bound, row, side);
  }
  return bound;
}

function tighten(
  review: Review,
  bound: ReadonlyMap<number, number>,
  row: ReviewRow,
  side: 'first' | 'last',
): Map<number, number> {
  const next = new Map(bound);
  if (filledCells(row.cells) > 1) include(review, next, row, side);
  return next;
}

function include(
  review: Review,
  bound: Map<number, number>,
  row: ReviewRow,
  side: 'first' | 'last',
): void {
  row.cells.forEach((cell, stream) => {
    for (const id of cell) {
      const { start } = sentenceOf(review, id);
      const known = bound.get(stream);
      if (known === undefined || (side === 'last' ? start > known : start < known)) {
        bound.set(stream, start);
      }
    }
  });
}

/** The change that replaces `removed` rows at `at`, crossing rows marked, empty rows left out. */
export function replaceRows(
  review: Review,
  at: number,
  removed: number,
  inserted: readonly ReviewRow[],
): Change {
  const kept = inserted.filter((row) => filledCells(row.cells) > 0);
  return {
    type: 'rows',
    at,
    removed: review.rows.slice(at, at + removed),
    inserted: markOutOfOrder(review, at, removed, kept),
  };
}

/** An entry of changes; `to` defaults to the first row that was put in. */
export function entry(label: string, from: number, changes: readonly Change[], to?: number): Entry {
  const first = changes.find((change) => change.type === 'rows')?.inserted[0];
  return { label, from, to: to ?? first?.id ?? from, changes };
}
