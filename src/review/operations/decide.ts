/** Decisions and marks: what a reviewer says about rows without changing their content. */
import type { Status } from '../../domain.js';
import { indexOfRow, rowOf, rowNumber } from '../lookup.js';
import { refuse, type Change, type Draft, type Review, type ReviewRow } from '../model.js';
import { entry } from './rebuild.js';

function update(
  review: Review,
  id: number,
  label: (number: number) => string,
  change: (row: ReviewRow) => ReviewRow,
  nothing: string,
): Draft {
  const at = indexOfRow(review, id);
  const row = review.rows[at];
  if (row === undefined) return refuse('no row is selected');
  const next = change(row);
  if (JSON.stringify(next) === JSON.stringify(row)) return refuse(nothing);
  const changes = [{ type: 'rows' as const, at, removed: [row], inserted: [next] }];
  return entry(label(rowNumber(row)), id, changes, id);
}

/** Marks a row as right, wrong or not reviewed; accepting and rejecting remove the doubt mark. */
export function decide(
  review: Review,
  id: number,
  status: 'accepted' | 'rejected' | 'unreviewed',
): Draft {
  const words = { accepted: 'accepted', rejected: 'rejected', unreviewed: 'cleared' } as const;
  return update(
    review,
    id,
    (number) => `${words[status]} ${number}`,
    (row) => ({ ...row, status, doubt: false }),
    status === 'unreviewed' ? 'this row has no decision to clear' : `already ${status}`,
  );
}

/** Puts a row back into the queue, or takes it out again. */
export function toggleDoubt(review: Review, id: number): Draft {
  const on = !(rowOf(review, id)?.doubt ?? false);
  return update(
    review,
    id,
    (number) => `${number} ${on ? 'needs review' : 'no longer marked as needing review'}`,
    (row) => ({ ...row, doubt: on, status: on ? 'unreviewed' : row.status }),
    'nothing to change',
  );
}

/** Sets or removes the bookmark. */
export function toggleFlag(review: Review, id: number): Draft {
  const on = !(rowOf(review, id)?.flagged ?? false);
  return update(
    review,
    id,
    (number) => `${on ? 'flagged' : 'unflagged'} ${number}`,
    (row) => ({ ...row, flagged: on }),
    'nothing to change',
  );
}

/** Sets the note of a row; an empty one removes it. */
export function setNote(review: Review, id: number, note: string): Draft {
  const text = note.replace(/\s+/gu, ' ').trim();
  return update(
    review,
    id,
    (number) => (text === '' ? `removed the note on ${number}` : `noted on ${number}`),
    (row) => ({ ...row, note: text }),
    'the note is unchanged',
  );
}

/** One decision on many rows, as one step. `what` completes the label: "accepted 31 rows at .80 and above". */
export function decideAll(
  review: Review,
  ids: readonly number[],
  status: Status,
  selected: number,
  what: string,
): Draft {
  const rows: number[] = [];
  const before: Status[] = [];
  const marked: Change[] = [];
  for (const id of new Set(ids)) {
    const at = indexOfRow(review, id);
    const row = review.rows[at];
    if (row === undefined || row.status === status) continue;
    if (row.doubt) {
      const inserted = [{ ...row, status, doubt: false }];
      marked.push({ type: 'rows', at, removed: [row], inserted });
    } else {
      rows.push(id);
      before.push(row.status);
    }
  }
  const count = rows.length + marked.length;
  if (count === 0) return refuse(`nothing to do: no row ${what}`);
  const after = rows.map(() => status);
  const label = `${status} ${count} ${count === 1 ? 'row' : 'rows'} ${what}`;
  const changes: Change[] = [{ type: 'status', rows, before, after }, ...marked];
  return entry(label, selected, changes, selected);
}
