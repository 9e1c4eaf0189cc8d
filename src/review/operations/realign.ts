/**
 * Realigns a part of a review and leaves the rest unchanged. Rows beside the part are included as
 * anchors, so that the aligner sees the words of the neighbourhood, not the part alone.
 */
import { unjudged } from '../../quality-faults.js';
import type { Method } from '../../domain.js';
import { indexOfRow, sentenceOf, rowNumber } from '../lookup.js';
import { refuse, type Draft, type Review, type ReviewRow } from '../model.js';
import { confidenceOf } from '../queue.js';
import { checksOf, entry, replaceRows, sameIds, type OperationContext } from './rebuild.js';

/** Rows on each side of the part that are included as anchors. */
const context = 150;

/** What is to be aligned: for every stream some sentences by id, in order, and rows that are fixed. */
export interface RealignRequest {
  readonly review: Review;
  readonly sentences: readonly (readonly number[])[];
  readonly anchors: readonly ReviewRow['cells'][];
}

/** A row as the aligner found it, by sentence ids. */
export interface RealignedRow {
  readonly cells: ReviewRow['cells'];
  readonly score: number;
  readonly confidence: number;
  readonly method: Method;
  readonly crossing: boolean;
}

/** Aligns what a request names; needs a model, so it is given from outside. */
export type RegionAligner = (request: RealignRequest) => Promise<readonly RealignedRow[]>;

/** Whether the content of a row was decided by hand. */
function isDecided(row: ReviewRow): boolean {
  return row.status === 'accepted' || row.status === 'edited';
}

/** The rows around one that nobody decided, up to the next decided ones: first and last index. */
export function undecidedAround(review: Review, id: number): readonly [number, number] | null {
  const at = indexOfRow(review, id);
  const row = review.rows[at];
  if (row === undefined || isDecided(row)) return null;
  let first = at;
  let last = at;
  const open = (index: number) => {
    const own = review.rows[index];
    return own !== undefined && !isDecided(own);
  };
  while (open(first - 1)) first--;
  while (open(last + 1)) last++;
  return [first, last];
}

/** Realigns the undecided rows around one; refused if nothing would change. */
export async function realignAround(
  review: Review,
  id: number,
  align: RegionAligner,
  operation: OperationContext,
): Promise<Draft> {
  const part = undecidedAround(review, id);
  if (part === null) return refuse('this row has a decision: clear it, or go to a row without one');
  const [first, last] = part;
  const rows = review.rows.slice(first, last + 1);
  const found = await alignRows(review, rows, first, last, align);
  return replaced(review, id, first, rows, found, operation);
}

/** Asks the aligner for the rows of some sentences, with the neighbourhood as anchors. */
async function alignRows(
  review: Review,
  rows: readonly ReviewRow[],
  first: number,
  last: number,
  align: RegionAligner,
): Promise<readonly RealignedRow[]> {
  const around = [
    ...review.rows.slice(Math.max(0, first - context), first),
    ...review.rows.slice(last + 1, last + 1 + context),
  ];
  return alignSentences(
    review,
    rows.map((row) => row.cells),
    around.map((row) => row.cells),
    align,
  );
}

/** As `alignRows`, for sentences that are in no row yet. */
export async function alignSentences(
  review: Review,
  part: readonly ReviewRow['cells'][],
  anchors: readonly ReviewRow['cells'][],
  align: RegionAligner,
): Promise<readonly RealignedRow[]> {
  const start = (id: number) => sentenceOf(review, id).start;
  const collect = (cells: readonly ReviewRow['cells'][]) =>
    review.streams.map((_, stream) =>
      cells.flatMap((own) => own[stream] ?? []).sort((a, b) => start(a) - start(b) || a - b),
    );
  const own = new Set(collect(part).flat());
  const found = await align({ review, sentences: collect([...part, ...anchors]), anchors });
  const inside = found.filter((row) => row.cells.flat().every((id) => own.has(id)));
  const covered = inside.reduce((sum, row) => sum + row.cells.flat().length, 0);
  // With three or more streams, a row may join the part with its neighbourhood: then align without it.
  if (covered === own.size) return inside;
  return align({ review, sentences: collect(part), anchors: [] });
}

/** The step that replaces rows with realigned ones; rows that come out the same are kept. */
function replaced(
  review: Review,
  id: number,
  first: number,
  rows: readonly ReviewRow[],
  found: readonly RealignedRow[],
  operation: OperationContext,
): Draft {
  const next = toRows(review, rows, found, operation);
  const gone = rows.filter((row) => !next.includes(row)).length;
  const [come] = next.filter((row) => !rows.includes(row));
  if (come === undefined)
    return refuse(`nothing would change between ${nameOf(rows[0])} and ${nameOf(rows.at(-1))}`);
  const label = `realigned ${nameOf(rows[0])} to ${nameOf(rows.at(-1))}: ${gone} of ${rows.length} rows changed`;
  return entry(label, id, [replaceRows(review, first, rows.length, next)], come.id);
}

function nameOf(row: ReviewRow | undefined): string {
  return row === undefined ? '' : String(rowNumber(row));
}

/** Realigned rows as rows of the review; notes, flags and edited texts move with their sentences. */
export function toRows(
  review: Review,
  before: readonly ReviewRow[],
  found: readonly RealignedRow[],
  operation: OperationContext,
): ReviewRow[] {
  const sameCells = (a: ReviewRow['cells'], b: ReviewRow['cells']) =>
    a.every((cell, stream) => sameIds(cell, b[stream] ?? []));
  const kept = new Set<ReviewRow>();
  const next = found.map((row, index): ReviewRow => {
    const same = before.find((own) => sameCells(own.cells, row.cells));
    if (same !== undefined) {
      kept.add(same);
      // The aligner finds the same as the user linked, so the row has a score now.
      const isNews = confidenceOf(same) === null && same.status === 'unreviewed';
      return isNews ? { ...same, ...row } : same;
    }
    return {
      ...row,
      id: review.nextRow + index,
      status: 'unreviewed',
      doubt: false,
      flagged: false,
      note: '',
      edits: {},
      checks: [],
    };
  });
  for (const old of before) {
    if (!kept.has(old)) carryOver(old, next);
  }
  return next.map((row) =>
    kept.has(row) ? row : { ...row, checks: checksOf(review, row, operation) },
  );
}

/** Moves the notes and marks of a row that is gone to the row that now has its first sentence. */
function carryOver(old: ReviewRow, next: ReviewRow[]): void {
  const [sentence] = old.cells.flat();
  const home = next.findIndex((row) => row.cells.flat().includes(sentence ?? -1));
  const heir = next[home];
  if (heir !== undefined && (old.note !== '' || old.flagged)) {
    const notes = [heir.note, old.note].filter((note) => note !== '');
    next[home] = { ...heir, note: notes.join(' / '), flagged: heir.flagged || old.flagged };
  }
  for (const [key, text] of Object.entries(old.edits)) {
    const stream = Number(key);
    const same = next.findIndex((row) => sameIds(row.cells[stream] ?? [], old.cells[stream] ?? []));
    const owner = next[same];
    if (owner !== undefined) {
      next[same] = {
        ...unjudged(owner),
        edits: { ...owner.edits, [stream]: text },
        status: 'edited',
      };
    }
  }
}
