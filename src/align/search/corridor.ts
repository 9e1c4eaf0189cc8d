/**
 * The part of the plane in which paths are looked for: for every node row i (0..rows, a node stands
 * before sentence i of the first side) the columns `low[i]..high[i]`, both inclusive and never
 * falling from row to row, so that every node can be reached and left.
 */
export interface Corridor {
  readonly rows: number;
  readonly columns: number;
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** Every node of a rows x columns plane. */
export function wholePlane(rows: number, columns: number): Corridor {
  return {
    rows,
    columns,
    low: new Int32Array(rows + 1),
    high: new Int32Array(rows + 1).fill(columns),
  };
}

/**
 * Covers a chain of matched cells (ascending in both): the rectangle between two matches that
 * follow each other, and `radius` nodes before and after it on one side with `slack` on the other.
 * A rectangle of more than `largest` nodes (long passages without a counterpart on both sides)
 * shrinks to a band around its diagonal.
 */
export function corridorAround(
  chain: { readonly rows: ArrayLike<number>; readonly columns: ArrayLike<number> },
  rows: number,
  columns: number,
  radius: number,
  slack: number,
  largest = 250_000,
): Corridor {
  const low = new Int32Array(rows + 1).fill(columns);
  const high = new Int32Array(rows + 1);
  const widen = (
    top: number,
    bottom: number,
    left: number,
    right: number,
    byRows: number,
    byColumns: number,
  ): void => {
    const to = Math.min(rows, bottom + byRows);
    const first = Math.max(0, left - byColumns);
    const last = Math.min(columns, right + byColumns);
    for (let i = Math.max(0, top - byRows); i <= to; i++) {
      if (first < low[i]!) low[i] = first;
      if (last > high[i]!) high[i] = last;
    }
  };
  const cover = (top: number, bottom: number, left: number, right: number): void => {
    widen(top, bottom, left, right, slack, radius);
    widen(top, bottom, left, right, radius, slack);
  };
  let row = 0;
  let column = 0;
  for (let k = 0; k <= chain.rows.length; k++) {
    const nextRow = k < chain.rows.length ? chain.rows[k]! : rows;
    const nextColumn = k < chain.rows.length ? chain.columns[k]! : columns;
    const height = nextRow - row;
    const width = nextColumn - column;
    if ((height + 1) * (width + 1) <= largest) cover(row, nextRow, column, nextColumn);
    else {
      const half = Math.max(radius, Math.ceil(largest / (2 * (height + 1))));
      for (let i = row; i <= nextRow; i++) {
        const middle = column + Math.round((width * (i - row)) / Math.max(1, height));
        cover(i, i, Math.max(column, middle - half), Math.min(nextColumn, middle + half));
      }
    }
    if (k < chain.rows.length) {
      cover(nextRow, nextRow + 1, nextColumn, nextColumn + 1);
      row = nextRow + 1;
      column = nextColumn + 1;
    }
  }
  for (let i = 1; i <= rows; i++) if (high[i]! < high[i - 1]!) high[i] = high[i - 1]!;
  for (let i = rows - 1; i >= 0; i--) if (low[i]! > low[i + 1]!) low[i] = low[i + 1]!;
  return { rows, columns, low, high };
}
