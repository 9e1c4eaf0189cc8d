import { byteAt, floatAt, intAt } from '../../assembly/arrays';

/** The largest number of sentences of one side in a bead that has two sides (see bead-shapes.ts). */
export const longestSpan: i32 = 7;

/** Addresses of the arrays of a `Band`, of `spansA` and `spansB`, and of the best cosines (see plane.ts). */
@unmanaged
export class Band {
  rows: i32;
  columns: i32;
  first: usize;
  end: usize;
  offsets: usize;
  sums: usize;
  spansA: usize;
  spansB: usize;
  bestA: usize;
  bestB: usize;
}

/** Addresses of the arrays of a `Plane`, of the weights of features and of the classes of shapes. */
@unmanaged
export class Plane extends Band {
  low: usize;
  high: usize;
  logsA: usize;
  logsB: usize;
  barriersA: usize;
  barriersB: usize;
  /** 16-bit integers, as `anchorColumns`. */
  anchorRows: usize;
  anchorColumns: usize;
  anchorStarts: usize;
  /** Bytes. */
  anchored: usize;
  linear: usize;
  /** By n * 8 + m, bytes: which feature says that a bead is of its class. */
  classes: usize;
}

/** Sizes of beads: bytes, rows and columns by turns. */
@unmanaged
export class Shapes {
  count: i32;
  /** The most sentences on one side. */
  largest: i32;
  sizes: usize;
}

/** Whether no bead may hold both sentence i and sentence j of a side. */
export function isBarred(barriers: usize, i: i32, j: i32): bool {
  return intAt(barriers, i) != intAt(barriers, j);
}

/** Whether an anchor owns a row. */
export function isAnchored(plane: Plane, i: i32): bool {
  return byteAt(plane.anchored, i) == 1;
}

/** Score of skipping a sentence whose highest cosine with a sentence of the other side is `best`. */
export function skipScore(plane: Plane, best: f64): f64 {
  const linear = plane.linear;
  return floatAt(linear, 15) + floatAt(linear, 16) * best + floatAt(linear, 17) * best * best;
}
