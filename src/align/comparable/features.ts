import type { Candidate } from './candidate.js';
import { extensions } from './candidates.js';
import type { NeighbourTable } from '../vectors/neighbour-table.js';
import type { ComparableSpace } from './space.js';
import { describeOrdered, orderedNames } from './ordered.js';
import { describeEdges, edgeNames } from '../likeness/edges.js';
import { keptByGrams, type GramNeighbours } from '../likeness/nearest-by-grams.js';
import { makeWordComparer } from './words.js';
import type { WordComparison } from './words.js';

/** The features of a candidate's first score, in this order. */
export const featureNames = [
  'cosine',
  'margin',
  'ratio',
  'leastMember',
  'meanMember',
  'leak',
  'gainLargest',
  'gainSecond',
  'shrinkLargest',
  'rankA',
  'rankB',
  'lengthDifference',
  'lengthDistance',
  'lengthShorter',
  'isOneOne',
  'sentencesA',
  'sentencesB',
  'sentences',
  'wordOverlap',
  'wordCover',
  'wordUnionGain',
  'numberShared',
  'numberConflict',
  'numberOneSide',
  'nameShared',
  'nameConflict',
  'identical',
  'before',
  'after',
  'beforeWords',
  'afterWords',
  'diagonal',
  'sameLanguage',
  'background',
  'sizeShorter',
  'sizeRatio',
  'mutualShare',
  'mutualMargin',
  'gramCosine',
  'gramCover',
  'gramLeak',
  'gramRankA',
  'gramRankB',
  ...edgeNames,
  ...orderedNames,
] as const;

export const featureCount = featureNames.length;

/** Properties of the two texts as wholes. */
interface DocumentEvidence {
  readonly size: number;
  readonly sizeRatio: number;
  readonly mutualShare: number;
  readonly mutualMargin: number;
  /** Log of the number of characters of b per character of a. */
  readonly lengthBias: number;
}

/** Computes the features of each candidate: one row of `featureCount` numbers per candidate. */
export function describeCandidates(
  space: ComparableSpace,
  candidates: readonly Candidate[],
): Float32Array {
  const document = describeDocuments(space);
  const compare = makeWordComparer(space.text);
  const coverOfPair = remembered(space, (i, j) => compare({ i, n: 1, j, m: 1 }).cover);
  const rows = new Float32Array(candidates.length * featureCount);
  candidates.forEach((candidate, at) => {
    let from = at * featureCount;
    // One part after the other: an array of all of them would be made for every candidate.
    for (const part of [
      describe(space, document, candidate, compare, coverOfPair),
      describeGrams(space, candidate),
      describeEdges(space, candidate),
      describeOrdered(space.ordered, candidate),
    ]) {
      for (let k = 0; k < part.length; k++) rows[from + k] = part[k]!;
      from += part.length;
    }
  });
  return rows;
}

/** All features but those that compare letters, edges and the ordered alignment. */
function describe(
  space: ComparableSpace,
  document: DocumentEvidence,
  candidate: Candidate,
  compare: (candidate: Candidate) => WordComparison,
  coverOfPair: (i: number, j: number) => number,
): number[] {
  const { spans, text } = space;
  const { i, n, j, m } = candidate;
  const cosine = spans.cosine(i, n, j, m);
  const background = (mean(space.backgroundA, i, n) + mean(space.backgroundB, j, m)) / 2;
  const members = memberCosines(space, candidate);
  const gains = extensions(candidate, space.freeA, space.freeB)
    .map((next) => spans.cosine(next.i, next.n, next.j, next.m) - cosine)
    .sort((x, y) => y - x);
  const lengthA = sum(text.a.lengths, i, n);
  const lengthB = sum(text.b.lengths, j, m);
  const lengthDifference = Math.log((lengthB + 1) / (lengthA + 1)) - document.lengthBias;
  const words = compare(candidate);
  const context = contextOf(space, candidate, coverOfPair);
  return [
    cosine,
    cosine - background,
    Math.min(4, cosine / Math.max(0.05, background)),
    members.least,
    members.mean,
    cosine - outsideBest(space, candidate),
    gains[0] ?? -0.5,
    gains[1] ?? -0.5,
    bestShrink(space, candidate, cosine),
    bestRank(space.nearestA, i, n, j, m),
    bestRank(space.nearestB, j, m, i, n),
    lengthDifference,
    Math.abs(lengthDifference),
    Math.log(1 + Math.min(lengthA, lengthB)),
    n === 1 && m === 1 ? 1 : 0,
    Math.log(n),
    Math.log(m),
    Math.log(n + m),
    words.overlap,
    words.cover,
    words.unionGain,
    words.numberShared,
    words.numberConflict,
    words.numberOneSide,
    words.nameShared,
    words.nameConflict,
    words.identical,
    context.before,
    context.after,
    context.beforeWords,
    context.afterWords,
    Math.abs((i + n / 2) / spans.countA - (j + m / 2) / spans.countB),
    space.sameLanguage ? 1 : 0,
    background,
    document.size,
    document.sizeRatio,
    document.mutualShare,
    document.mutualMargin,
  ];
}

function describeDocuments(space: ComparableSpace): DocumentEvidence {
  const { nearestA, nearestB, spans, text } = space;
  let mutual = 0;
  let margin = 0;
  for (let i = 0; i < nearestA.count && nearestA.k > 0 && nearestB.k > 0; i++) {
    const j = nearestA.index[i * nearestA.k]!;
    if (j < 0 || nearestB.index[j * nearestB.k] !== i) continue;
    mutual++;
    margin +=
      nearestA.cosine[i * nearestA.k]! - (space.backgroundA[i]! + space.backgroundB[j]!) / 2;
  }
  const shorter = Math.max(1, Math.min(spans.countA, spans.countB));
  const longer = Math.max(1, Math.max(spans.countA, spans.countB));
  // Texts that overlap only in part differ in length for that reason: only the script matters.
  const averageA = sum(text.a.lengths, 0, spans.countA) / Math.max(1, spans.countA);
  const averageB = sum(text.b.lengths, 0, spans.countB) / Math.max(1, spans.countB);
  const bias = space.sameLanguage ? 0 : Math.log((averageB + 20) / (averageA + 20));
  return {
    size: Math.log(1 + shorter),
    sizeRatio: Math.log(longer / shorter),
    mutualShare: mutual / shorter,
    mutualMargin: margin / Math.max(1, mutual),
    lengthBias: bias / 2,
  };
}

function memberCosines(
  { spans }: ComparableSpace,
  { i, n, j, m }: Candidate,
): { least: number; mean: number } {
  let least = Infinity;
  let total = 0;
  for (let x = i; x < i + n; x++) {
    const value = spans.cosine(x, 1, j, m);
    least = Math.min(least, value);
    total += value;
  }
  for (let y = j; y < j + m; y++) {
    const value = spans.cosine(i, n, y, 1);
    least = Math.min(least, value);
    total += value;
  }
  return { least, mean: total / (n + m) };
}

/** The best cosine of a member with a sentence of the other side outside the bead. */
function outsideBest(space: ComparableSpace, { i, n, j, m }: Candidate): number {
  return Math.max(outsideOf(space.nearestA, i, n, j, m), outsideOf(space.nearestB, j, m, i, n));
}

function outsideOf(table: NeighbourTable, from: number, n: number, j: number, m: number): number {
  let best = 0;
  for (let row = from; row < from + n; row++) {
    for (let k = 0; k < table.k; k++) {
      const column = table.index[row * table.k + k]!;
      if (column >= j && column < j + m) continue;
      best = Math.max(best, table.cosine[row * table.k + k]!);
      break;
    }
  }
  return best;
}

/** What the letters say: how like, how much more than the best sentence outside, and the ranks. */
function describeGrams({ likeness }: ComparableSpace, { i, n, j, m }: Candidate): number[] {
  const { cosine, cover } = likeness.span(i, n, j, m);
  const { nearest } = likeness;
  if (nearest === null) return [0, 0, 0, 0, 0];
  const ofA = gramsOutside(nearest.a, i, n, j, m);
  const ofB = gramsOutside(nearest.b, j, m, i, n);
  return [cosine, cover, cosine - Math.max(ofA.outside, ofB.outside), ofA.rank, ofB.rank];
}

/** The best of the sentences outside the span, and the best rank of one inside; 1 is first, 0 none. */
function gramsOutside(
  { index, cosine }: GramNeighbours,
  from: number,
  n: number,
  j: number,
  m: number,
): { outside: number; rank: number } {
  let outside = 0;
  let rank = 0;
  for (let row = from; row < from + n; row++) {
    for (let k = 0; k < keptByGrams; k++) {
      const column = index[row * keptByGrams + k]!;
      if (column < 0) break;
      if (column >= j && column < j + m) rank = Math.max(rank, 1 / (1 + k));
      else outside = Math.max(outside, cosine[row * keptByGrams + k]!);
    }
  }
  return { outside, rank };
}

/** The best rank of a sentence of the span among a member's nearest; 1 is first. */
function bestRank(table: NeighbourTable, from: number, n: number, j: number, m: number): number {
  let best = table.k;
  for (let row = from; row < from + n; row++) {
    for (let k = 0; k < best; k++) {
      const column = table.index[row * table.k + k]!;
      if (column >= j && column < j + m) best = k;
    }
  }
  return 1 / (1 + best);
}

function bestShrink({ spans }: ComparableSpace, { i, n, j, m }: Candidate, cosine: number): number {
  let best = -0.5;
  if (n > 1) {
    best = Math.max(best, spans.cosine(i + 1, n - 1, j, m) - cosine);
    best = Math.max(best, spans.cosine(i, n - 1, j, m) - cosine);
  }
  if (m > 1) {
    best = Math.max(best, spans.cosine(i, n, j + 1, m - 1) - cosine);
    best = Math.max(best, spans.cosine(i, n, j, m - 1) - cosine);
  }
  return best;
}

/** Similarity of the sentences just before and just after the candidate on both sides. */
function contextOf(
  space: ComparableSpace,
  { i, n, j, m }: Candidate,
  coverOfPair: (i: number, j: number) => number,
): { before: number; after: number; beforeWords: number; afterWords: number } {
  const at = (x: number, y: number): number => {
    if (!space.freeA[x] || !space.freeB[y]) return 0;
    return space.spans.pair(x, y) - (space.backgroundA[x]! + space.backgroundB[y]!) / 2;
  };
  const words = (x: number, y: number): number =>
    space.freeA[x] && space.freeB[y] ? coverOfPair(x, y) : 0;
  return {
    before: Math.max(at(i - 1, j - 1), at(i - 2, j - 1), at(i - 1, j - 2)),
    after: Math.max(at(i + n, j + m), at(i + n + 1, j + m), at(i + n, j + m + 1)),
    beforeWords: words(i - 1, j - 1),
    afterWords: words(i + n, j + m),
  };
}

/** Many candidates have the same neighbours, so each pair of sentences is compared only once. */
function remembered(
  { spans }: ComparableSpace,
  compute: (i: number, j: number) => number,
): (i: number, j: number) => number {
  const known = new Map<number, number>();
  return (i, j) => {
    const key = i * spans.countB + j;
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = compute(i, j)));
    return value;
  };
}

function sum(values: Float32Array, from: number, n: number): number {
  let total = 0;
  for (let x = from; x < from + n; x++) total += values[x]!;
  return total;
}

function mean(values: Float32Array, from: number, n: number): number {
  return sum(values, from, n) / n;
}
