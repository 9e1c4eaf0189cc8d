/** The corridor around a chain of matched cells (see search/corridor.ts). */
import { intAt, setInt } from '../../assembly/arrays';

/** Addresses of the arrays of a corridor. */
@unmanaged
export class Corridor {
  rows: i32;
  columns: i32;
  /** First and last column of each row of nodes. */
  low: usize;
  high: usize;
  /** How far it reaches beside a match, and on the other side at the same time. */
  radius: i32;
  slack: i32;
}

/**
 * Covers `count` cells and the rectangles between them; those of more than `largest` nodes shrink to a band around their
 * diagonal.
 */
export function surround(
  corridor: Corridor,
  cellRows: usize,
  cellColumns: usize,
  count: i32,
  largest: f64,
): void {
  const rows = corridor.rows;
  const columns = corridor.columns;
  for (let i = 0; i <= rows; i++) {
    setInt(corridor.low, i, columns);
    setInt(corridor.high, i, 0);
  }
  let row = 0;
  let column = 0;
  for (let k = 0; k <= count; k++) {
    const nextRow = k < count ? intAt(cellRows, k) : rows;
    const nextColumn = k < count ? intAt(cellColumns, k) : columns;
    bridge(corridor, row, nextRow, column, nextColumn, largest);
    if (k == count) break;
    cover(corridor, nextRow, nextRow + 1, nextColumn, nextColumn + 1);
    row = nextRow + 1;
    column = nextColumn + 1;
  }
  for (let i = 1; i <= rows; i++) {
    const above = intAt(corridor.high, i - 1);
    if (intAt(corridor.high, i) < above) setInt(corridor.high, i, above);
  }
  for (let i = rows - 1; i >= 0; i--) {
    const below = intAt(corridor.low, i + 1);
    if (intAt(corridor.low, i) > below) setInt(corridor.low, i, below);
  }
}

/** Covers the rectangle between two matches. */
function bridge(
  corridor: Corridor,
  row: i32,
  nextRow: i32,
  column: i32,
  nextColumn: i32,
  largest: f64,
): void {
  const height = nextRow - row;
  const width = nextColumn - column;
  if (<f64>(height + 1) * <f64>(width + 1) <= largest) {
    cover(corridor, row, nextRow, column, nextColumn);
    return;
  }
  const half = max(corridor.radius, <i32>Math.ceil(largest / (2 * <f64>(height + 1))));
  for (let i = row; i <= nextRow; i++) {
    const ahead = (<f64>width * <f64>(i - row)) / <f64>max(1, height);
    const middle = column + <i32>Math.floor(ahead + 0.5);
    cover(corridor, i, i, max(column, middle - half), min(nextColumn, middle + half));
  }
}

function cover(corridor: Corridor, top: i32, bottom: i32, left: i32, right: i32): void {
  widen(corridor, top, bottom, left, right, corridor.slack, corridor.radius);
  widen(corridor, top, bottom, left, right, corridor.radius, corridor.slack);
}

function widen(
  corridor: Corridor,
  top: i32,
  bottom: i32,
  left: i32,
  right: i32,
  byRows: i32,
  byColumns: i32,
): void {
  const to = min(corridor.rows, bottom + byRows);
  const first = max(0, left - byColumns);
  const last = min(corridor.columns, right + byColumns);
  for (let i = max(0, top - byRows); i <= to; i++) {
    if (first < intAt(corridor.low, i)) setInt(corridor.low, i, first);
    if (last > intAt(corridor.high, i)) setInt(corridor.high, i, last);
  }
}
