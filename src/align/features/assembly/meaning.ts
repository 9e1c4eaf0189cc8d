/** Features of a bead from its size and from cosines of sentences. */
import { floatAt } from '../../assembly/arrays';
import { Evidence } from './evidence';
import { cosine } from './near';
import { flag, put } from './writer';

/** The largest number of sentences in a bead, both sides together (see search/bead-shapes.ts). */
const largestBead = 8;
/** How many classes of sizes there are. */
const shapeClasses = 7;

/** Class of a bead's size, the same for n-m and m-n: 1-1, 1-2, 1-3, 1-n, 2-2, 2-3, larger. */
function shapeClass(n: i32, m: i32): i32 {
  const small = min(n, m);
  const large = max(n, m);
  if (small == 1) return min(large, 4) - 1;
  if (small == 2) return large == 2 ? 4 : large == 3 ? 5 : 6;
  return 6;
}

/** Which shape the bead has, and how large it is. */
export function writeSize(n: i32, m: i32): void {
  const own = shapeClass(n, m);
  for (let shape = 0; shape < shapeClasses; shape++) flag(shape == own);
  put(n + m - 2);
  put(abs(n - m));
}

/** How similar the two sides are, as wholes and sentence by sentence. */
export function writeMeaning(evidence: Evidence, scale: f64, i: i32, n: i32, j: i32, m: i32): void {
  const own = cosine(i, n, j, m);
  put(own);
  put(own * own);
  let weakest = own;
  let best: f64 = 0;
  for (let r = i; r < i + n; r++) {
    if (n > 1) weakest = Math.min(weakest, cosine(r, 1, j, m));
    best += floatAt(evidence.a.best, r);
  }
  for (let c = j; c < j + m; c++) {
    if (m > 1) weakest = Math.min(weakest, cosine(i, n, c, 1));
    best += floatAt(evidence.b.best, c);
  }
  put(weakest);
  put((scale * best) / (n + m) - own);
}

/** Gain in cosine of a change that the bead's size or place does not allow. */
const impossible: f64 = -1;
/** Larger losses all count the same. */
const largestLoss: f64 = -0.5;

/** The change in cosine if sentences were added, removed or split differently. */
export function writeNeighbours(evidence: Evidence, i: i32, n: i32, j: i32, m: i32): void {
  const own = cosine(i, n, j, m);
  const o1 = cosine(i - 1, 1, j, m);
  const o2 = cosine(i + n, 1, j, m);
  const o3 = cosine(i, n, j - 1, 1);
  const o4 = cosine(i, n, j + m, 1);
  put((o1 + o2 + o3 + o4) / 4);
  put(largest(o1, o2, o3, o4));
  const growsA = n + 1 < largestBead;
  const growsB = m + 1 < largestBead;
  const e1 = growsA && i > 0 ? cosine(i - 1, n + 1, j, m) - own : impossible;
  const e2 = growsA && i + n < evidence.a.count ? cosine(i, n + 1, j, m) - own : impossible;
  const e3 = growsB && j > 0 ? cosine(i, n, j - 1, m + 1) - own : impossible;
  const e4 = growsB && j + m < evidence.b.count ? cosine(i, n, j, m + 1) - own : impossible;
  put(positive(e1) + positive(e2) + positive(e3) + positive(e4));
  put(Math.max(largest(e1, e2, e3, e4), largestLoss));
  const s1 = n > 1 ? cosine(i + 1, n - 1, j, m) - own : impossible;
  const s2 = n > 1 ? cosine(i, n - 1, j, m) - own : impossible;
  const s3 = m > 1 ? cosine(i, n, j + 1, m - 1) - own : impossible;
  const s4 = m > 1 ? cosine(i, n, j, m - 1) - own : impossible;
  put(positive(s1) + positive(s2) + positive(s3) + positive(s4));
  put(n + m > 2 ? Math.max(largest(s1, s2, s3, s4), largestLoss) : largestLoss);
  let split = largestLoss;
  let weaker = largestLoss;
  for (let p = 1; p < n; p++) {
    for (let q = 1; q < m; q++) {
      const upper = cosine(i, p, j, q);
      const lower = cosine(i + p, n - p, j + q, m - q);
      split = Math.max(split, (upper + lower) / 2 - own);
      weaker = Math.max(weaker, Math.min(upper, lower) - own);
    }
  }
  put(split);
  put(weaker);
  const x1 = cosine(i, 1, j - 1, 1);
  const x2 = cosine(i + n - 1, 1, j + m, 1);
  const x3 = cosine(i - 1, 1, j, 1);
  const x4 = cosine(i + n, 1, j + m - 1, 1);
  put(largest(x1, x2, x3, x4));
  put(
    largest(
      x1 - cosine(i, 1, j, m),
      x2 - cosine(i + n - 1, 1, j, m),
      x3 - cosine(i, n, j, 1),
      x4 - cosine(i, n, j + m - 1, 1),
    ),
  );
  const before = cosine(i - 1, 1, j - 1, 1);
  const after = cosine(i + n, 1, j + m, 1);
  put(before + after);
  put(Math.min(before, after));
  put(x1 + x2 + x3 + x4);
}

function positive(value: f64): f64 {
  return value > 0 ? value : 0;
}

function largest(w: f64, x: f64, y: f64, z: f64): f64 {
  return Math.max(Math.max(w, x), Math.max(y, z));
}
