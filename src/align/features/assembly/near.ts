/**
 * The products around one node as running sums in both directions, so that the cosine of any two spans near it is four
 * look-ups.
 */
import { floatAt, intAt } from '../../assembly/arrays';
import { Evidence } from './evidence';

/** The largest number of sentences of one side in a bead that has two sides (see search/bead-shapes.ts). */
export const longestSpan = 7;
/** Sentences on each side that are covered: one before the node, the beads, one after. */
const reach = longestSpan + 2;
const stride = reach + 1;

let sums: usize = 0;
let row = 0;
let column = 0;
let spansA: usize = 0;
let spansB: usize = 0;
/** What cosines are multiplied by. */
let scale: f64 = 1;

/** Bytes of the sums. */
export const sumsBytes = 8 * stride * stride;

/** Reads the products of `evidence` from here on. The sums stand at `at`, where all bytes are 0. */
export function readProducts(evidence: Evidence, factor: f64, at: usize): void {
  sums = at;
  scale = factor;
  spansA = evidence.a.spans;
  spansB = evidence.b.spans;
  row = -1;
  column = -1;
}

/** Moves to a node, unless it is there already; products outside the band count nothing. */
export function enter(evidence: Evidence, i: i32, j: i32): void {
  if (row == i && column == j) return;
  row = i;
  column = j;
  const band = evidence.band;
  const count = evidence.a.count;
  for (let r = 0; r < reach; r++) {
    const own = i - 1 + r;
    const here = (r + 1) * stride;
    const above = r * stride;
    if (own < 0 || own >= count) {
      for (let c = 1; c <= reach; c++) set(here + c, floatAt(sums, above + c));
      continue;
    }
    const low = intAt(band.first, own);
    const high = intAt(band.end, own);
    const base = intAt(band.offsets, own) - low;
    const left = min(max(j - 1, low), high);
    const origin = floatAt(band.sums, base + left);
    for (let c = 1; c <= reach; c++) {
      const at = min(max(j - 1 + c, low), high);
      set(here + c, floatAt(sums, above + c) + floatAt(band.sums, base + at) - origin);
    }
  }
}

/** Cosine of the spans i..i+n-1 and j..j+m-1, which must be within reach; 0 at the edges. */
export function cosine(i: i32, n: i32, j: i32, m: i32): f64 {
  if (i < 0 || j < 0) return 0;
  const up = floatAt(spansA, i * longestSpan + n - 1) * scale;
  const across = floatAt(spansB, j * longestSpan + m - 1);
  const top = (i - row + 1) * stride + (j - column + 1);
  const bottom = top + n * stride;
  const product =
    floatAt(sums, bottom + m) - floatAt(sums, bottom) - floatAt(sums, top + m) + floatAt(sums, top);
  return product * up * across;
}

function set(at: i32, value: f64): void {
  store<f64>(sums + ((<usize>at) << 3), value);
}
