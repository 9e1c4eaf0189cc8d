/** Cosines of parts of sentences with the sentences beside them on the other side (see evidence/clauses.ts). */
import { intAt, setSingle, singleAt } from '../../assembly/arrays';
import { accumulate, dot, quantise, quantisedOne } from './floats';
import { product, productUnit } from './products';

/** The sentences of a side, what they are made of, and where the cosines go. Lists have an entry for each sentence. */
@unmanaged
export class ClauseLists {
  /** Floats of a row, a multiple of eight. */
  width: i32;
  /** Bytes of a row of 16-bit integers. */
  stride: usize;
  /** Rows of both sides, 16-bit integers. */
  own: usize;
  other: usize;
  /** The first sentence of the other side to compare with, and one past the last. */
  first: usize;
  end: usize;
  /** Where the clauses of each sentence begin; one more entry for the end. */
  offsets: usize;
  /** Where the cosines of each clause begin. */
  starts: usize;
  /** Where the entries of each sentence in `places` begin; fewer than three where it is one clause. */
  cuts: usize;
  /** Where each clause begins among the pieces; for every sentence one more, where its last one ends. */
  places: usize;
  /** Row of each piece. */
  ids: usize;
  /** Rows of pieces, 32-bit floats, and what each counts. */
  rows: usize;
  norms: usize;
  /** The vectors of the sentences of a call, one after the other, 32-bit floats, and their lengths. */
  wholes: usize;
  lengths: usize;
  /** Room for two rows of floats and one of integers. */
  sum: usize;
  rest: usize;
  unit: usize;
  /** 32-bit floats. */
  cosines: usize;
}

/** Compares the clauses of sentences from..to-1; cosines are multiplied by `scale`. */
export function compareClauses(lists: ClauseLists, from: i32, to: i32, scale: f64): void {
  const bytes = (<usize>lists.width) << 2;
  for (let i = from; i < to; i++) {
    let clause = intAt(lists.offsets, i);
    const cut = intAt(lists.cuts, i);
    const last = intAt(lists.cuts, i + 1) - 1;
    if (last - cut < 2) {
      compareWith(lists, i, clause, lists.own + <usize>i * lists.stride, scale);
      continue;
    }
    memory.fill(lists.rest, 0, bytes);
    const whole = lists.wholes + <usize>(i - from) * bytes;
    accumulate(lists.rest, whole, singleAt(lists.lengths, i - from), lists.width);
    for (let c = cut; c < last; c++) {
      // The last clause is the rest of the sentence.
      let vector = lists.rest;
      if (c + 1 < last) {
        vector = lists.sum;
        addUp(lists, intAt(lists.places, c), intAt(lists.places, c + 1));
        accumulate(lists.rest, vector, -1, lists.width);
      }
      const square = dot(vector, vector, lists.width);
      const factor: f64 = square > 0 ? 1 / Math.sqrt(square) : 0;
      quantise(vector, factor * quantisedOne, lists.unit, lists.width);
      compareWith(lists, i, clause++, lists.unit, scale);
    }
  }
}

/** Adds up pieces from..to-1. */
function addUp(lists: ClauseLists, from: i32, to: i32): void {
  const bytes = (<usize>lists.width) << 2;
  memory.fill(lists.sum, 0, bytes);
  for (let k = from; k < to; k++) {
    const id = intAt(lists.ids, k);
    accumulate(lists.sum, lists.rows + <usize>id * bytes, singleAt(lists.norms, id), lists.width);
  }
}

/** Writes the cosines of a clause, 16-bit integers at `unit`, with the sentences beside its own. */
function compareWith(lists: ClauseLists, own: i32, clause: i32, unit: usize, scale: f64): void {
  const first = intAt(lists.first, own);
  const count = intAt(lists.end, own) - first;
  const start = intAt(lists.starts, clause);
  let row = lists.other + <usize>first * lists.stride;
  for (let k = 0; k < count; k++) {
    const value = <f64>product(unit, row, lists.stride) * productUnit;
    setSingle(lists.cosines, start + k, value * scale);
    row += lists.stride;
  }
}
