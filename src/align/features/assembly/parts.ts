/** Features from the clauses and words of sentences: where each finds its counterpart. */
import { intAt, singleAt } from '../../assembly/arrays';
import { Evidence, Parts } from './evidence';
import { put } from './writer';

/** Largest gain in cosine if a clause belonged to the sentence just outside. */
let largestLeak: f64 = 0;
/** Such gains of all clauses, weighted by their share of the sentence. */
let leak: f64 = 0;
/** The same for the first clause with the previous sentence and the last clause with the next. */
let edgeLeak: f64 = 0;
/** Lowest and mean cosine of a clause with the best of the bead's other side. */
let weakest: f64 = 0;
let mean: f64 = 0;

/** Where the clauses of the sentences find their counterparts. */
export function writeClauses(evidence: Evidence, i: i32, n: i32, j: i32, m: i32): void {
  largestLeak = -0.3;
  leak = 0;
  edgeLeak = 0;
  weakest = 1;
  mean = 0;
  judgeClauses(evidence.a.clauses, i, n, j, m);
  judgeClauses(evidence.b.clauses, j, m, i, n);
  put(largestLeak);
  put(leak);
  put(edgeLeak);
  put(weakest);
  put(mean / 2);
}

/** Scores the bead by the clauses of one side, adding to what the other side says. */
function judgeClauses(clauses: Parts, i: i32, n: i32, j: i32, m: i32): void {
  let sum: f64 = 0;
  for (let r = i; r < i + n; r++) {
    const first = intAt(clauses.first, r);
    const end = intAt(clauses.end, r);
    const from = intAt(clauses.offsets, r);
    const to = intAt(clauses.offsets, r + 1);
    for (let c = from; c < to; c++) {
      const at = intAt(clauses.starts, c) - first;
      const inside = bestInside(clauses.cosines, at, max(j, first), min(j + m, end));
      const before = beside(clauses.cosines, at, j - 1, first, end);
      const after = beside(clauses.cosines, at, j + m, first, end);
      const share = singleAt(clauses.weights, c);
      const gain = Math.max(before, after) - inside;
      if (gain > largestLeak) largestLeak = gain;
      if (gain > 0) leak += gain * share;
      if (r == i && c == from && before > inside) edgeLeak += before - inside;
      if (r == i + n - 1 && c == to - 1 && after > inside) edgeLeak += after - inside;
      if (inside < weakest) weakest = inside;
      sum += inside * share;
    }
  }
  mean += sum / n;
}

/** Largest cosine of a clause of a sentence with sentence `j` of the other side, 0 where unknown. */
export function bestClause(clauses: Parts, sentence: i32, j: i32): f64 {
  const first = intAt(clauses.first, sentence);
  if (j < first || j >= intAt(clauses.end, sentence)) return 0;
  let best: f64 = 0;
  const to = intAt(clauses.offsets, sentence + 1);
  for (let c = intAt(clauses.offsets, sentence); c < to; c++) {
    best = Math.max(best, singleAt(clauses.cosines, intAt(clauses.starts, c) + j - first));
  }
  return best;
}

/** What is assumed of a bead whose words are unknown. */
const unknownShare: f64 = 0.5;
const mostWordLeak: f64 = 3;

/** Mean cosine of a side's words with the most similar ones inside the bead, by weight. */
let found: f64 = 0;
/** The same for the sentence with the lowest value. */
let poorest: f64 = 0;
/** By how much the sentences just outside contain more similar words, summed by weight. */
let wordLeak: f64 = 0;

/** Where the words with the largest weight find their counterparts. */
export function writeWords(evidence: Evidence, i: i32, n: i32, j: i32, m: i32): void {
  judgeWords(evidence.a.words, i, n, j, m);
  const foundA = found;
  const poorestA = poorest;
  const leakA = wordLeak;
  judgeWords(evidence.b.words, j, m, i, n);
  put((foundA + found) / 2);
  put(Math.min(foundA, found));
  put(Math.min(poorestA, poorest));
  put(leakA + wordLeak);
  put(Math.max(leakA, wordLeak));
}

/** Scores the bead by the words of one side. */
function judgeWords(words: Parts, i: i32, n: i32, j: i32, m: i32): void {
  let total: f64 = 0;
  let weight: f64 = 0;
  let sum: f64 = 0;
  let least: f64 = 1;
  for (let r = i; r < i + n; r++) {
    const first = intAt(words.first, r);
    const end = intAt(words.end, r);
    const to = intAt(words.offsets, r + 1);
    let here: f64 = 0;
    let own: f64 = 0;
    for (let w = intAt(words.offsets, r); w < to; w++) {
      const at = intAt(words.starts, w) - first;
      const inside = bestInside(words.cosines, at, max(j, first), min(j + m, end));
      const before = beside(words.cosines, at, j - 1, first, end);
      const after = beside(words.cosines, at, j + m, first, end);
      const gain = Math.max(before, after) - inside;
      const wordWeight = singleAt(words.weights, w);
      if (gain > 0) sum += gain * wordWeight;
      here += inside * wordWeight;
      own += wordWeight;
    }
    if (own > 0) least = Math.min(least, here / own);
    total += here;
    weight += own;
  }
  found = weight > 0 ? total / weight : unknownShare;
  poorest = weight > 0 ? least : unknownShare;
  wordLeak = Math.min(mostWordLeak, sum);
}

/** Mean cosine of a sentence's words with the most similar ones in sentence `j` of the other side, 0 if unknown. */
export function wordsFound(words: Parts, sentence: i32, j: i32): f64 {
  const first = intAt(words.first, sentence);
  if (j < first || j >= intAt(words.end, sentence)) return 0;
  let sum: f64 = 0;
  let weight: f64 = 0;
  const to = intAt(words.offsets, sentence + 1);
  for (let w = intAt(words.offsets, sentence); w < to; w++) {
    const own = singleAt(words.weights, w);
    sum += singleAt(words.cosines, intAt(words.starts, w) + j - first) * own;
    weight += own;
  }
  return weight > 0 ? sum / weight : 0;
}

function bestInside(cosines: usize, at: i32, from: i32, to: i32): f64 {
  let inside: f64 = 0;
  for (let k = from; k < to; k++) {
    const value = singleAt(cosines, at + k);
    if (value > inside) inside = value;
  }
  return inside;
}

function beside(cosines: usize, at: i32, k: i32, first: i32, end: i32): f64 {
  return k >= first && k < end ? singleAt(cosines, at + k) : 0;
}
