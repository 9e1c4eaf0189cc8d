import type { Candidate } from './candidate.js';
import { freeCandidates } from '../likeness/free-candidates.js';
import { keptByGrams } from '../likeness/nearest-by-grams.js';
import { longestSpan } from './spans.js';
import type { ComparableSpace } from './space.js';

/** Maximum number of sentences in a candidate, both sides together. */
const largest = 11;
/** ... and on its shorter side. */
const largestShorter = 4;
/** Number of nearest sentences on the other side to try for each sentence. */
const seedNeighbours = 3;
/** Seeds below this cosine are not grown, unless a higher limit is requested. */
const leastSeed = 0.15;
/** Maximum number of candidates grown from one seed. */
const mostGrown = 14;
/** The same for large texts, where time matters. */
const mostGrownLarge = 8;
const largeText = 3000;
/** For large texts, a seed must exceed its sentences' usual cosines by this factor. */
const leastSeedMargin = 1.05;
/** Each growth step may lose this much cosine, as a short answer joined to its question does. */
const mostLoss = 0.06;

/**
 * The beads worth scoring: each sentence with its nearest sentences on the other side, and the
 * beads that these pairs grow into when neighbours are added, best cosine first. Each bead once.
 *
 * @param least minimum cosine of a pair that is worth growing
 * @param maxBead the most sentences on a side
 */
export function findCandidates(
  space: ComparableSpace,
  least = leastSeed,
  maxBead = longestSpan,
): Candidate[] {
  const found = allCandidates(space, least);
  if (maxBead >= longestSpan) return found;
  return found.filter(({ n, m }) => n <= maxBead && m <= maxBead);
}

function allCandidates(space: ComparableSpace, least: number): Candidate[] {
  const { spans, freeA, freeB } = space;
  const grown = spans.countA + spans.countB > largeText ? mostGrownLarge : mostGrown;
  const seen = new Set<number>();
  const found: Candidate[] = [];
  const isNew = (i: number, n: number, j: number, m: number): boolean => {
    const key = ((i * spans.countB + j) * longestSpan + n - 1) * longestSpan + m - 1;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  };
  for (const candidate of orderedCandidates(space)) {
    const { i, n, j, m } = candidate;
    if (isNew(i, n, j, m)) found.push(candidate);
  }
  for (const [i, j] of seeds(space, least)) {
    if (!isNew(i, 1, j, 1)) continue;
    const open: { candidate: Candidate; cosine: number }[] = [
      { candidate: { i, n: 1, j, m: 1 }, cosine: spans.pair(i, j) },
    ];
    for (let taken = 0; taken < grown && open.length > 0; taken++) {
      let best = 0;
      for (let at = 1; at < open.length; at++) {
        if (open[at]!.cosine > open[best]!.cosine) best = at;
      }
      const { candidate, cosine } = open[best]!;
      open.splice(best, 1);
      found.push(candidate);
      for (const next of extensions(candidate, freeA, freeB)) {
        const value = spans.cosine(next.i, next.n, next.j, next.m);
        if (value < cosine - mostLoss || !isNew(next.i, next.n, next.j, next.m)) continue;
        open.push({ candidate: next, cosine: value });
      }
    }
  }
  if (space.likeness.nearest === null) return found;
  const isLarge = spans.countA + spans.countB > largeText;
  for (const candidate of freeCandidates({ ...space, grams: space.likeness.nearest, isLarge })) {
    const { i, n, j, m } = candidate;
    if (n <= longestSpan && m <= longestSpan && isNew(i, n, j, m)) found.push(candidate);
  }
  return found;
}

/** The beads of an ordered alignment, and the same with one sentence more or less. */
function* orderedCandidates({ ordered, freeA, freeB }: ComparableSpace): Generator<Candidate> {
  const isFree = ({ i, n, j, m }: Candidate): boolean =>
    freeA.subarray(i, i + n).every(Boolean) && freeB.subarray(j, j + m).every(Boolean);
  for (const { i, n, j, m } of ordered.beads) {
    const bead = { i, n, j, m };
    if (!isFree(bead)) continue;
    yield bead;
    yield* extensions(bead, freeA, freeB);
    yield* reductions(bead);
  }
}

/** The candidate with one sentence fewer at one of its four ends. */
function reductions({ i, n, j, m }: Candidate): Candidate[] {
  const less: Candidate[] = [];
  if (n > 1) less.push({ i: i + 1, n: n - 1, j, m }, { i, n: n - 1, j, m });
  if (m > 1) less.push({ i, n, j: j + 1, m: m - 1 }, { i, n, j, m: m - 1 });
  return less;
}

function* seeds(space: ComparableSpace, least: number): Generator<readonly [number, number]> {
  const { nearestA, nearestB, backgroundA, backgroundB, freeA, freeB } = space;
  const isLarge = freeA.length + freeB.length > largeText;
  for (const [table, turned] of [
    [nearestA, false],
    [nearestB, true],
  ] as const) {
    const rowsFree = turned ? freeB : freeA;
    const columnsFree = turned ? freeA : freeB;
    for (let row = 0; row < table.count; row++) {
      if (!rowsFree[row]) continue;
      let tried = 0;
      for (let k = 0; k < table.k && tried < seedNeighbours; k++) {
        const column = table.index[row * table.k + k]!;
        if (column < 0 || !columnsFree[column]) continue;
        tried++;
        const cosine = table.cosine[row * table.k + k]!;
        if (cosine < least) break;
        const background = turned
          ? backgroundA[column]! + backgroundB[row]!
          : backgroundA[row]! + backgroundB[column]!;
        if (isLarge && 2 * cosine < leastSeedMargin * background) continue;
        yield turned ? [column, row] : [row, column];
      }
    }
  }
  yield* gramSeeds(space);
}

/** Pairs that share more letters than this are worth growing, whatever their vectors say. */
const leastGrams = 0.08;

function* gramSeeds({
  likeness,
  freeA,
  freeB,
}: ComparableSpace): Generator<readonly [number, number]> {
  if (likeness.nearest === null) return;
  for (const [{ index, cosine }, turned] of [
    [likeness.nearest.a, false],
    [likeness.nearest.b, true],
  ] as const) {
    for (let at = 0; at < index.length; at++) {
      const row = Math.floor(at / keptByGrams);
      const column = index[at]!;
      if (at % keptByGrams > 1 || column < 0 || cosine[at]! < leastGrams) continue;
      const [i, j] = turned ? [column, row] : [row, column];
      if (freeA[i] && freeB[j]) yield [i, j];
    }
  }
}

/** The candidate with one more sentence at one of its four ends. */
export function extensions(
  { i, n, j, m }: Candidate,
  freeA: Uint8Array,
  freeB: Uint8Array,
): Candidate[] {
  const next: Candidate[] = [];
  if (n + m >= largest) return next;
  if (n < longestSpan && (n < m || m <= largestShorter) && Math.min(n + 1, m) <= largestShorter) {
    if (freeA[i - 1]) next.push({ i: i - 1, n: n + 1, j, m });
    if (freeA[i + n]) next.push({ i, n: n + 1, j, m });
  }
  if (m < longestSpan && (m < n || n <= largestShorter) && Math.min(n, m + 1) <= largestShorter) {
    if (freeB[j - 1]) next.push({ i, n, j: j - 1, m: m + 1 });
    if (freeB[j + m]) next.push({ i, n, j, m: m + 1 });
  }
  return next;
}
