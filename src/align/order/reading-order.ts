/** A row to be put in order: its positions in every stream, and whether it is out of order. */
export interface OrderedRow {
  readonly cells: readonly (readonly number[])[];
  readonly crossing: boolean;
}

/**
 * Reading order of a synoptic table: rows of the leading stream in its order; then, stream after
 * stream, the rows that have no place yet are woven in before the next row of their own stream
 * (so that what only the leading text has comes before what only the others have). Stable and total:
 * returns the indices of all rows, each once. O(rows x streams).
 */
export function readingOrder(rows: readonly OrderedRow[], lead = 0): number[] {
  const streams = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
  const turn = [lead, ...Array.from({ length: streams }, (_, s) => s).filter((s) => s !== lead)];
  const placed = new Uint8Array(rows.length);
  let order: number[] = [];
  for (const stream of turn) {
    const before = new Map<number, number[]>();
    let waiting: number[] = [];
    for (const row of rowsOf(rows, stream)) {
      if (!placed[row]) {
        waiting.push(row);
        placed[row] = 1;
      } else if (!rows[row]!.crossing && waiting.length > 0) {
        before.set(row, waiting);
        waiting = [];
      }
    }
    order = [...order.flatMap((row) => [...(before.get(row) ?? []), row]), ...waiting];
  }
  // Rows without a sentence do not occur; were there one, it must not get lost.
  rows.forEach((_, row) => {
    if (!placed[row]) order.push(row);
  });
  return order;
}

function rowsOf(rows: readonly OrderedRow[], stream: number): number[] {
  const found: number[] = [];
  rows.forEach((row, index) => {
    if ((row.cells[stream]?.length ?? 0) > 0) found.push(index);
  });
  return found.sort((x, y) => rows[x]!.cells[stream]![0]! - rows[y]!.cells[stream]![0]! || x - y);
}
