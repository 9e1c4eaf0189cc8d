/** Features of a bead from cosines of sentences, clauses and words. */
import { largestBead, shapeClass, shapeClasses } from '../search/bead-shapes.js';
import type { GroupWriter } from './bead-context.js';
import { judgeClauses } from '../evidence/clauses.js';
import { judgeWords } from '../evidence/judge-words.js';

/** Which shape the bead has, and how large it is. */
export const writeSize: GroupWriter = (to, _context, _i, n, _j, m) => {
  const own = shapeClass(n, m);
  for (let shape = 0; shape < shapeClasses; shape++) to.flag(shape === own);
  to.put(n + m - 2);
  to.put(Math.abs(n - m));
};

/** How similar the two sides are, as wholes and sentence by sentence. */
export const writeMeaning: GroupWriter = (to, { evidence, near }, i, n, j, m) => {
  const { plane, scale } = evidence;
  const { bestA, bestB } = plane;
  const cosine = near.cosine(i, n, j, m);
  to.put(cosine);
  to.put(cosine * cosine);
  let weakest = cosine;
  let best = 0;
  for (let r = i; r < i + n; r++) {
    if (n > 1) weakest = Math.min(weakest, near.cosine(r, 1, j, m));
    best += bestA[r]!;
  }
  for (let c = j; c < j + m; c++) {
    if (m > 1) weakest = Math.min(weakest, near.cosine(i, n, c, 1));
    best += bestB[c]!;
  }
  to.put(weakest);
  to.put((scale * best) / (n + m) - cosine);
};

/** Gain in cosine of a change that the bead's size or place does not allow. */
const impossible = -1;
/** Larger losses all count the same. */
const largestLoss = -0.5;

/** The change in cosine if sentences were added, removed or split differently. */
export const writeNeighbours: GroupWriter = (to, { evidence, near }, i, n, j, m) => {
  const { plane } = evidence;
  const cosine = near.cosine(i, n, j, m);
  const o1 = near.cosine(i - 1, 1, j, m);
  const o2 = near.cosine(i + n, 1, j, m);
  const o3 = near.cosine(i, n, j - 1, 1);
  const o4 = near.cosine(i, n, j + m, 1);
  to.put((o1 + o2 + o3 + o4) / 4);
  to.put(Math.max(o1, o2, o3, o4));
  const growsA = n + 1 < largestBead;
  const growsB = m + 1 < largestBead;
  const e1 = growsA && i > 0 ? near.cosine(i - 1, n + 1, j, m) - cosine : impossible;
  const e2 = growsA && i + n < plane.a.count ? near.cosine(i, n + 1, j, m) - cosine : impossible;
  const e3 = growsB && j > 0 ? near.cosine(i, n, j - 1, m + 1) - cosine : impossible;
  const e4 = growsB && j + m < plane.b.count ? near.cosine(i, n, j, m + 1) - cosine : impossible;
  to.put(positive(e1) + positive(e2) + positive(e3) + positive(e4));
  to.put(Math.max(e1, e2, e3, e4, largestLoss));
  const s1 = n > 1 ? near.cosine(i + 1, n - 1, j, m) - cosine : impossible;
  const s2 = n > 1 ? near.cosine(i, n - 1, j, m) - cosine : impossible;
  const s3 = m > 1 ? near.cosine(i, n, j + 1, m - 1) - cosine : impossible;
  const s4 = m > 1 ? near.cosine(i, n, j, m - 1) - cosine : impossible;
  to.put(positive(s1) + positive(s2) + positive(s3) + positive(s4));
  to.put(n + m > 2 ? Math.max(s1, s2, s3, s4, largestLoss) : largestLoss);
  let split = largestLoss;
  let weaker = largestLoss;
  for (let p = 1; p < n; p++) {
    for (let q = 1; q < m; q++) {
      const upper = near.cosine(i, p, j, q);
      const lower = near.cosine(i + p, n - p, j + q, m - q);
      split = Math.max(split, (upper + lower) / 2 - cosine);
      weaker = Math.max(weaker, Math.min(upper, lower) - cosine);
    }
  }
  to.put(split);
  to.put(weaker);
  const x1 = near.cosine(i, 1, j - 1, 1);
  const x2 = near.cosine(i + n - 1, 1, j + m, 1);
  const x3 = near.cosine(i - 1, 1, j, 1);
  const x4 = near.cosine(i + n, 1, j + m - 1, 1);
  to.put(Math.max(x1, x2, x3, x4));
  to.put(
    Math.max(
      x1 - near.cosine(i, 1, j, m),
      x2 - near.cosine(i + n - 1, 1, j, m),
      x3 - near.cosine(i, n, j, 1),
      x4 - near.cosine(i, n, j + m - 1, 1),
    ),
  );
  const before = near.cosine(i - 1, 1, j - 1, 1);
  const after = near.cosine(i + n, 1, j + m, 1);
  to.put(before + after);
  to.put(Math.min(before, after));
  to.put(x1 + x2 + x3 + x4);
};

/** Where the clauses of the sentences find their counterparts. */
export const writeClauses: GroupWriter = (to, { evidence }, i, n, j, m) => {
  const verdict = { largestLeak: -0.3, leak: 0, edgeLeak: 0, weakest: 1, mean: 0 };
  judgeClauses(evidence.clausesA, i, n, j, m, verdict);
  judgeClauses(evidence.clausesB, j, m, i, n, verdict);
  to.put(verdict.largestLeak);
  to.put(verdict.leak);
  to.put(verdict.edgeLeak);
  to.put(verdict.weakest);
  to.put(verdict.mean / 2);
};

/** Where the words with the largest weight find their counterparts. */
export const writeWords: GroupWriter = (to, { evidence, wordsA, wordsB }, i, n, j, m) => {
  const a = judgeWords(evidence.wordsA, i, n, j, m, wordsA);
  const b = judgeWords(evidence.wordsB, j, m, i, n, wordsB);
  to.put((a.found + b.found) / 2);
  to.put(Math.min(a.found, b.found));
  to.put(Math.min(a.weakest, b.weakest));
  to.put(a.leak + b.leak);
  to.put(Math.max(a.leak, b.leak));
};

const positive = (value: number): number => (value > 0 ? value : 0);
