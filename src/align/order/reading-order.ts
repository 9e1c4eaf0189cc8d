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
  const order = new LinkedRows(rows.length);
  for (const stream of turn) {
    // Rows that wait for the next one of their stream: linked, from the first to the last.
    let first = -1;
    let last = -1;
    for (const row of rowsOf(rows, stream)) {
      if (placed[row] === 0) {
        placed[row] = 1;
        if (first < 0) first = row;
        else order.link(last, row);
        last = row;
      } else if (first >= 0 && !rows[row]!.crossing) {
        order.insert(first, last, row);
        first = -1;
      }
    }
    if (first >= 0) order.insert(first, last, order.end);
  }
  // Rows without sentences do not occur; if one did, it must not get lost.
  placed.forEach((isPlaced, row) => {
    if (isPlaced === 0) order.insert(row, row, order.end);
  });
  return order.toList();
}

/** Rows in an order into which others are inserted. */
class LinkedRows {
  /** Stands behind the last row and before the first one. */
  readonly end: number;
  readonly #next: Int32Array;
  readonly #previous: Int32Array;

  constructor(rows: number) {
    this.end = rows;
    this.#next = new Int32Array(rows + 1);
    this.#previous = new Int32Array(rows + 1);
    this.link(rows, rows);
  }

  link(row: number, next: number): void {
    this.#next[row] = next;
    this.#previous[next] = row;
  }

  /** Inserts linked rows, `first` to `last`, before a row. */
  insert(first: number, last: number, before: number): void {
    this.link(this.#previous[before]!, first);
    this.link(last, before);
  }

  toList(): number[] {
    const list: number[] = [];
    for (let row = this.#next[this.end]!; row !== this.end; row = this.#next[row]!) list.push(row);
    return list;
  }
}

/** The rows with sentences of a stream, in its order. */
function rowsOf(rows: readonly OrderedRow[], stream: number): number[] {
  const found: number[] = [];
  let isSorted = true;
  let before = -1;
  for (let index = 0; index < rows.length; index++) {
    const cell = rows[index]!.cells[stream];
    if (cell === undefined || cell.length === 0) continue;
    const position = cell[0]!;
    if (position < before) isSorted = false;
    before = position;
    found.push(index);
  }
  if (isSorted) return found;
  return found.sort((x, y) => rows[x]!.cells[stream]![0]! - rows[y]!.cells[stream]![0]! || x - y);
}
