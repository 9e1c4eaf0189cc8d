/** Features of a bead from the lengths of its texts. */
import { log } from './host';
import { floatAt } from '../../assembly/arrays';
import { Evidence } from './evidence';
import { put } from './writer';

let lengthsA: usize = 0;
let lengthsB: usize = 0;

/** How well the lengths of both sides match. */
export function writeLength(evidence: Evidence, i: i32, n: i32, j: i32, m: i32): void {
  lengthsA = evidence.a.lengths;
  lengthsB = evidence.b.lengths;
  const la = lengthOf(lengthsA, i, i + n);
  const lb = lengthOf(lengthsB, j, j + m);
  const own = Math.min(3, Math.abs(log(la / lb)));
  put(own);
  put(own * own);
  put(Math.min(6, Math.abs(la - lb) / Math.sqrt(la + lb)));
  let extended: f64 = 3;
  if (i > 0) extended = Math.min(extended, ratio(i - 1, i + n, j, j + m));
  if (i + n < evidence.a.count) extended = Math.min(extended, ratio(i, i + n + 1, j, j + m));
  if (j > 0) extended = Math.min(extended, ratio(i, i + n, j - 1, j + m));
  if (j + m < evidence.b.count) extended = Math.min(extended, ratio(i, i + n, j, j + m + 1));
  put(Math.max(-1, own - extended));
  let shrunk: f64 = 3;
  if (n > 1) {
    shrunk = Math.min(shrunk, ratio(i + 1, i + n, j, j + m));
    shrunk = Math.min(shrunk, ratio(i, i + n - 1, j, j + m));
  }
  if (m > 1) {
    shrunk = Math.min(shrunk, ratio(i, i + n, j + 1, j + m));
    shrunk = Math.min(shrunk, ratio(i, i + n, j, j + m - 1));
  }
  put(n + m > 2 ? Math.max(-1, own - shrunk) : -1);
  let shortest: f64 = Infinity;
  for (let r = i; r < i + n; r++) shortest = Math.min(shortest, lengthOf(lengthsA, r, r + 1));
  for (let c = j; c < j + m; c++) shortest = Math.min(shortest, lengthOf(lengthsB, c, c + 1));
  put(log(shortest) / 4);
  put(log(la + lb) / 5);
}

/** Length of the sentences from..end-1, and a little, so that it is never 0. */
export function lengthOf(sums: usize, from: i32, end: i32): f64 {
  return floatAt(sums, end) - floatAt(sums, from) + 2;
}

function ratio(i: i32, endA: i32, j: i32, endB: i32): f64 {
  return Math.abs(log(lengthOf(lengthsA, i, endA) / lengthOf(lengthsB, j, endB)));
}
