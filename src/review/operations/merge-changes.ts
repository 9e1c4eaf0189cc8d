/**
 * Imports decisions made elsewhere: a list of wanted changes, each with the state of the row that it was
 * based on, becomes one step. Conflicting decisions made in the review meanwhile are kept.
 */
import { unjudged } from '../../quality-faults.js';
import type { Status } from '../../domain.js';
import { applyChange } from '../change.js';
import { indexOfRow } from '../lookup.js';
import { refuse, type Change, type Draft, type Review, type ReviewRow } from '../model.js';
import { originalText } from '../text.js';
import { checksOf, entry, sameIds, type OperationContext } from './rebuild.js';

/** The parts of a row that can be changed without moving sentences. */
export interface RowValues {
  readonly status: Status;
  readonly note: string;
  readonly flagged: boolean;
}

/** What may be wanted of a row: also to put it back into the queue, or to take it out. */
export type WantedValues = Partial<RowValues & Pick<ReviewRow, 'doubt'>>;

/** A row as somebody saw it. */
export type SeenRow = RowValues & Pick<ReviewRow, 'cells' | 'edits'>;

/** A wanted change of a row. */
export interface WantedChange {
  /** Its number for users: `rowNumber`. */
  readonly row: number;
  readonly basedOn: SeenRow;
  /** Values that should differ from `basedOn`; absent ones stay unchanged. */
  readonly values: WantedValues;
  /** Stream -> new text of its cell; the source's own text removes an edit. */
  readonly texts: Readonly<Record<number, string>>;
}

/** A change that can be made. */
export interface MergedChange<W extends WantedChange> {
  readonly wanted: W;
  readonly before: ReviewRow;
  readonly after: ReviewRow;
}

/** A change that is not made, because the review now differs. */
export interface Conflict<W extends WantedChange> {
  readonly wanted: W;
  readonly problem: string;
}

/** The result of merging a list of wanted changes. */
export interface Merge<W extends WantedChange> {
  /** One step for all changes that can be made; refused if there are none. */
  readonly draft: Draft;
  readonly merged: readonly MergedChange<W>[];
  readonly conflicts: readonly Conflict<W>[];
  /** Wanted changes that are already in the review. */
  readonly same: readonly W[];
}

/**
 * Makes one step of wanted changes. A row is changed entirely as wanted or not at all. There is a
 * conflict if its sentences have changed since, or if a wanted value was changed to something else
 * since. A new text makes the row edited unless a status is wanted too. `from` says
 * where the changes come from, for the step's label.
 */
export function mergeChanges<W extends WantedChange>(
  review: Review,
  wanted: readonly W[],
  from: string,
  context: OperationContext = {},
): Merge<W> {
  const merged: MergedChange<W>[] = [];
  const conflicts: Conflict<W>[] = [];
  const same: W[] = [];
  const taken = new Set<number>();
  for (const own of wanted) {
    const before = review.rows[indexOfRow(review, own.row - 1)];
    const problem = taken.has(own.row)
      ? 'there are several changes to this row'
      : problemOf(review, own, before);
    taken.add(own.row);
    if (before === undefined || problem !== null) {
      conflicts.push({ wanted: own, problem: problem ?? 'the row does not exist' });
      continue;
    }
    const after = changed(review, before, own, context);
    if (isSame(before, after)) same.push(own);
    else merged.push({ wanted: own, before, after });
  }
  return { draft: draftOf(review, merged, from), merged, conflicts, same };
}

function problemOf(
  review: Review,
  { row, basedOn, values, texts }: WantedChange,
  now: ReviewRow | undefined,
): string | null {
  if (now === undefined) return `row ${row} is no longer in the review`;
  if (!sameCells(now.cells, basedOn.cells)) return 'the row now has other sentences';
  const clash = (what: string, base: string, here: string, want: string | undefined): string[] =>
    want === undefined || here === base || here === want ? [] : [what];
  // A flag that was also changed here already has the wanted value.
  const clashes = [
    ...clash(`is now ${now.status}`, basedOn.status, now.status, values.status),
    ...clash('now has another note', basedOn.note, now.note, values.note),
    ...Object.entries(texts).flatMap(([key, text]) => {
      const stream = Number(key);
      const original = originalText(review, now, stream);
      const said = (edits: ReviewRow['edits']) => edits[stream] ?? original;
      return clash('now has another text', said(basedOn.edits), said(now.edits), text);
    }),
  ];
  return clashes.length === 0 ? null : `the row ${[...new Set(clashes)].join(' and ')}`;
}

function changed(
  review: Review,
  row: ReviewRow,
  { values, texts }: WantedChange,
  context: OperationContext,
): ReviewRow {
  const edits: Record<number, string> = { ...row.edits };
  for (const [key, text] of Object.entries(texts)) {
    const stream = Number(key);
    if (text === originalText(review, row, stream)) delete edits[stream];
    else edits[stream] = text;
  }
  const rewritten = !sameEdits(edits, row.edits);
  const status = values.status ?? (rewritten ? 'edited' : row.status);
  const next = {
    ...row,
    status,
    doubt: values.doubt ?? (row.doubt && status === row.status && !rewritten),
    note: values.note ?? row.note,
    flagged: values.flagged ?? row.flagged,
    edits,
  };
  return rewritten ? { ...unjudged(next), checks: checksOf(review, next, context) } : next;
}

/** Whether two rows have the same sentences in every column. */
export function sameCells(a: ReviewRow['cells'], b: ReviewRow['cells']): boolean {
  return a.length === b.length && a.every((cell, stream) => sameIds(cell, b[stream] ?? []));
}

function sameEdits(a: ReviewRow['edits'], b: ReviewRow['edits']): boolean {
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => a[Number(key)] === b[Number(key)])
  );
}

function isSame(a: ReviewRow, b: ReviewRow): boolean {
  return (
    a.status === b.status &&
    a.note === b.note &&
    a.flagged === b.flagged &&
    a.doubt === b.doubt &&
    sameEdits(a.edits, b.edits)
  );
}

function draftOf(
  review: Review,
  merged: readonly MergedChange<WantedChange>[],
  from: string,
): Draft {
  const [first] = merged;
  if (first === undefined) return refuse(`nothing to take over from ${from}`);
  const count = `${merged.length} ${merged.length === 1 ? 'row' : 'rows'}`;
  const label = `changed ${count} as in ${from}`;
  return entry(label, first.before.id, changesOf(review, merged), first.before.id);
}

/** Number of changes beyond which neighbouring ones are combined, because each copies the list. */
const mostChanges = 256;

function changesOf(review: Review, merged: readonly MergedChange<WantedChange>[]): Change[] {
  const decided = merged.filter(({ before, after }) => isDecision(before, after));
  const status: Change = {
    type: 'status',
    rows: decided.map(({ before }) => before.id),
    before: decided.map(({ before }) => before.status),
    after: decided.map(({ after }) => after.status),
  };
  const state = decided.length === 0 ? review : applyChange(review, status);
  const rewritten = new Map(
    merged
      .filter(({ before, after }) => !isDecision(before, after))
      .map(({ before, after }) => [indexOfRow(review, before.id), after]),
  );
  const places = [...rewritten.keys()].sort((a, b) => a - b);
  const rows = runs(places).map(([at, end]): Change => {
    const removed = state.rows.slice(at, end + 1);
    const inserted = removed.map((row, index) => rewritten.get(at + index) ?? row);
    return { type: 'rows', at, removed, inserted };
  });
  return [...(decided.length === 0 ? [] : [status]), ...rows];
}

/** Whether a row's status is all that changes; one with a doubt mark loses the mark too. */
function isDecision(before: ReviewRow, after: ReviewRow): boolean {
  return before.status !== after.status && isSame({ ...before, status: after.status }, after);
}

/** Ascending places as runs, `mostChanges` at most: the wider the gaps in them, the fewer there are. */
function runs(places: readonly number[]): readonly (readonly [number, number])[] {
  for (let gap = 1; ; gap *= 2) {
    const found: [number, number][] = [];
    for (const place of places) {
      const last = found.at(-1);
      if (last !== undefined && place - last[1] <= gap) last[1] = place;
      else found.push([place, place]);
    }
    if (found.length <= mostChanges) return found;
  }
}
