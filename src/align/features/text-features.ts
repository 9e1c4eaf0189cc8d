/** Features of a bead that its texts share: length, numbers, similar words, terms. */
import type { GroupWriter } from './bead-context.js';

/** How well the lengths of both sides match. */
export const writeLength: GroupWriter = (to, { evidence }, i, n, j, m) => {
  const { lengthsA, lengthsB, a, b } = evidence.plane;
  const of = (sums: Float64Array, from: number, end: number): number =>
    sums[end]! - sums[from]! + 2;
  const ratio = (i0: number, i1: number, j0: number, j1: number): number =>
    Math.abs(Math.log(of(lengthsA, i0, i1) / of(lengthsB, j0, j1)));
  const la = of(lengthsA, i, i + n);
  const lb = of(lengthsB, j, j + m);
  const own = Math.min(3, Math.abs(Math.log(la / lb)));
  to.put(own);
  to.put(own * own);
  to.put(Math.min(6, Math.abs(la - lb) / Math.sqrt(la + lb)));
  let extended = 3;
  if (i > 0) extended = Math.min(extended, ratio(i - 1, i + n, j, j + m));
  if (i + n < a.count) extended = Math.min(extended, ratio(i, i + n + 1, j, j + m));
  if (j > 0) extended = Math.min(extended, ratio(i, i + n, j - 1, j + m));
  if (j + m < b.count) extended = Math.min(extended, ratio(i, i + n, j, j + m + 1));
  to.put(Math.max(-1, own - extended));
  let shrunk = 3;
  if (n > 1)
    shrunk = Math.min(shrunk, ratio(i + 1, i + n, j, j + m), ratio(i, i + n - 1, j, j + m));
  if (m > 1)
    shrunk = Math.min(shrunk, ratio(i, i + n, j + 1, j + m), ratio(i, i + n, j, j + m - 1));
  to.put(n + m > 2 ? Math.max(-1, own - shrunk) : -1);
  let shortest = Infinity;
  for (let r = i; r < i + n; r++) shortest = Math.min(shortest, of(lengthsA, r, r + 1));
  for (let c = j; c < j + m; c++) shortest = Math.min(shortest, of(lengthsB, c, c + 1));
  to.put(Math.log(shortest) / 4);
  to.put(Math.log(la + lb) / 5);
};

/** Numbers on both sides, on one side, just outside. */
export const writeNumbers: GroupWriter = (to, { numbers }, i, n, j, m) => {
  const { found, lackingA, lackingB, leak } = numbers.read(i, n, j, m);
  to.put(Math.min(3, found));
  to.put(Math.min(3, lackingA, lackingB));
  to.put(Math.min(3, Math.abs(lackingA - lackingB)));
  to.put(Math.min(3, leak));
};

/** Words that are spelled similarly on both sides. */
export const writeLookalikes: GroupWriter = (to, { lookalikes }, i, n, j, m) => {
  const { found, lackingA, lackingB, leak } = lookalikes.read(i, n, j, m);
  to.put(Math.min(5, found));
  to.put(Math.min(5, lackingA + lackingB));
  to.put(Math.min(5, leak));
  to.put(found / (found + (lackingA + lackingB) / 2 + 1));
};

/** Terms of this document and their translations. */
export const writeLexicon: GroupWriter = (to, { lexicon }, i, n, j, m) => {
  const { found, lackingA, lackingB, leak } = lexicon.read(i, n, j, m);
  to.put(Math.min(8, found));
  to.put(Math.min(8, lackingA + lackingB));
  to.put(Math.min(8, lackingA, lackingB));
  to.put(Math.min(8, leak));
  to.put(found / (found + (lackingA + lackingB) / 2 + 1));
};
