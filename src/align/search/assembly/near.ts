import { intAt } from '../../assembly/arrays';
import { longestSpan, Plane } from './plane';

/** Sentences on each side that the table covers: one before the node, the beads, one after. */
const farthest: i32 = longestSpan + 2;
/** Columns of the table: one more than sentences, two for the pair of numbers that the last of them is in. */
const stride: i32 = farthest + 3;
/** Bytes of a row of the table. */
export const rowBytes: usize = (<usize>stride) << 3;

/**
 * The products around one node as running sums in both directions, so that the cosine of any two spans near it is
 * four look-ups: row r and column c add up to r rows from the one before the node and c columns
 * from the one before it. Its first row and column are never written: they stay 0.
 */
export const table: usize = memory.data((farthest + 1) * stride * 8, 16);

/**
 * Moves to a node; products outside the band count nothing. Of beads there may be asked that have at most `largest`
 * sentences on a side.
 */
export function enter(plane: Plane, row: i32, column: i32, largest: i32): void {
  const reach = largest + 2;
  let here = table + rowBytes + 8;
  for (let r = 0; r < reach; r++) {
    const i = row - 1 + r;
    const above = here - rowBytes;
    if (i < 0 || i >= plane.rows) memory.copy(here, above, (<usize>reach) << 3);
    else {
      const low = intAt(plane.first, i);
      const high = intAt(plane.end, i);
      // Where the row would have its sum up to column 0.
      const sums = plane.sums + ((<usize>(intAt(plane.offsets, i) - low)) << 3);
      const origin = load<f64>(sums + ((<usize>within(column - 1, low, high)) << 3));
      if (column >= low && column - 1 + reach <= high) {
        addInside(here, above, sums + ((<usize>column) << 3), origin, reach);
      } else {
        for (let c = 0; c < reach; c++) {
          const at = (<usize>c) << 3;
          const sum = load<f64>(sums + ((<usize>within(column + c, low, high)) << 3));
          store<f64>(here + at, load<f64>(above + at) + sum - origin);
        }
      }
    }
    here += rowBytes;
  }
}

function within(at: i32, low: i32, high: i32): i32 {
  return at < low ? low : at > high ? high : at;
}

/** Two columns at a time; where their number is odd, one that is never read is written too. */
function addInside(here: usize, above: usize, sums: usize, origin: f64, count: i32): void {
  const less = f64x2.splat(origin);
  const end = (<usize>count) << 3;
  for (let at: usize = 0; at < end; at += 16) {
    const sum = f64x2.add(v128.load(above + at), v128.load(sums + at));
    v128.store(here + at, f64x2.sub(sum, less));
  }
}
