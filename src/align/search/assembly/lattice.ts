import { intAt, setByte } from '../../assembly/arrays';
import { reserve } from './memory';

/** Addresses of the arrays of a `Lattice` (see lattice.ts in the folder above). */
@unmanaged
export class Lattice {
  nodes: i32;
  edges: i32;
  rows: usize;
  columns: usize;
  from: usize;
  to: usize;
  /** Bytes. */
  fixed: usize;
  /** First-pass score of each edge. */
  scores: usize;
  /** Cosine of each edge with two sides that no anchor fixes, else 0. */
  cosines: usize;
}

/** What an edge is, and the state in which it leaves its node of arrival. */
export namespace Kind {
  export const bead: i32 = 0;
  export const skipsRow: i32 = 1;
  export const skipsColumn: i32 = 2;
}

/** Kind of every edge, bytes. */
export function kindsOf(lattice: Lattice): usize {
  const kinds = reserve(<usize>lattice.edges);
  for (let e = 0; e < lattice.edges; e++) {
    const from = intAt(lattice.from, e);
    const to = intAt(lattice.to, e);
    let kind = Kind.bead;
    if (intAt(lattice.rows, from) == intAt(lattice.rows, to)) kind = Kind.skipsColumn;
    else if (intAt(lattice.columns, from) == intAt(lattice.columns, to)) kind = Kind.skipsRow;
    setByte(kinds, e, kind);
  }
  return kinds;
}

/**
 * What is added to an edge's score after an edge of kind `before`: `run` for a skip that goes on where another ended
 * (captions, notes and missing chapters come in runs: an affine gap, Gotoh 1982). Columns are never skipped before
 * rows, so that a gap on both sides is one path, not many.
 */
export function transition(before: i32, kind: i32, run: f64): f64 {
  if (kind == Kind.bead || before == Kind.bead) return 0;
  return before == Kind.skipsColumn && kind == Kind.skipsRow ? -Infinity : run;
}
