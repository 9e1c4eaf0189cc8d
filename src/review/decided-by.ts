/** Who decided about rows, as far as the history says. */
import type { Change, Review, ReviewRow } from './model.js';

/**
 * Row id -> who decided what the row says now. Only steps of which somebody is named count: those of
 * the person at the screen take the name away again. Linear in the history.
 */
export function decidedBy({ history, rows }: Review): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const { by, changes } of history.entries.slice(0, history.position))
    for (const id of changes.flatMap(decidedRows))
      if (by === undefined) found.delete(id);
      else found.set(id, by);
  const present = new Set(rows.map(({ id }) => id));
  for (const id of found.keys()) if (!present.has(id)) found.delete(id);
  return found;
}

/** The rows of which a change alters what was decided. */
function decidedRows(change: Change): readonly number[] {
  if (change.type === 'status') return change.rows;
  if (change.type !== 'rows') return [];
  const before = new Map(change.removed.map((row) => [row.id, row]));
  return change.inserted.flatMap((row) => {
    const old = before.get(row.id);
    return old === undefined || saysTheSame(old, row) ? [] : [row.id];
  });
}

function saysTheSame(a: ReviewRow, b: ReviewRow): boolean {
  return (
    a.status === b.status &&
    a.doubt === b.doubt &&
    a.note === b.note &&
    JSON.stringify(a.edits) === JSON.stringify(b.edits)
  );
}
