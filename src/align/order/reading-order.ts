/** A row to be ordered: its positions in each stream, and whether it is out of order. */
export interface OrderedRow {
  readonly cells: readonly (readonly number[])[];
  readonly crossing: boolean;
}

/**
 * Reading order of a synoptic table (one column per text): rows of the leading stream in its order;
 * then, stream by stream, the remaining rows are inserted before the next row of their own stream.
 * Text found only in the leading stream therefore comes before text found only in the others.
 * Stable and total: returns the index of every row once. O(rows x streams).
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
  // Rows without sentences do not occur; if one did, it must not get lost.
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
