import type { Lattice } from './lattice.js';
import { Neighbourhood, sumsStride } from './neighbourhood.js';
import { longestSpan, shapeClass } from './bead-shapes.js';
import type { Plane } from './plane.js';

/** What the first pass scores a bead with, in the order of its weights. */
export const cheapFeatures: readonly string[] = [
  'formula',
  'cosine',
  'cosine squared',
  'outside mean',
  'outside largest',
  'length ratio',
  'length ratio squared',
  '1-1',
  '1-2',
  '1-3',
  '1-n',
  '2-2',
  '2-3',
  'n-m',
  'size',
  'skipped',
  'skipped best',
  'skipped best squared',
];

/** Weights of the first pass. */
export interface CheapWeights {
  /** One a feature. */
  readonly linear: readonly number[];
  /** Added to a skip that follows a skip. */
  readonly run: number;
}

/** Number of each class among the features, and the class of each shape, by n * 8 + m. */
const classOfShape = Uint8Array.from({ length: 64 }, (_, k) => 7 + shapeClass(k >> 3, k & 7));

/**
 * Score of a bead from its cheap features, which are written to `out` (see `cheapFeatures`).
 * 'formula' follows Bertalign's score by hand (Liu & Zhu 2022): cosine less a part of the mean
 * cosine with the neighbours, over a divisor that grows with the ratio of lengths. `near` must
 * stand at (i, j). The classes of sizes are left at 0 but for the bead's own.
 */
export function scoreCheaply(
  plane: Plane,
  near: Neighbourhood,
  i: number,
  n: number,
  j: number,
  m: number,
  weights: Float64Array,
  out: Float64Array,
): number {
  const { spansA, spansB, logsA, logsB } = plane;
  const { sums } = near;
  const a = i * longestSpan;
  const b = j * longestSpan;
  const up = spansA[a + n - 1]!;
  const across = spansB[b + m - 1]!;
  // Corners of the bead in the table of running sums, whose first row and column lie one before it.
  const bottom = (n + 1) * sumsStride;
  const below = bottom + sumsStride;
  const right = m + 1;
  const c00 = sums[sumsStride + 1]!;
  const c01 = sums[sumsStride + right]!;
  const c10 = sums[bottom + 1]!;
  const c11 = sums[bottom + right]!;
  const cosine = (c11 - c10 - c01 + c00) * up * across;
  const o1 = i > 0 ? (c01 - c00) * spansA[a - longestSpan]! * across : 0;
  const afterA = a + n * longestSpan;
  const o2 =
    afterA < spansA.length
      ? (sums[below + right]! - sums[below + 1]! - c11 + c10) * spansA[afterA]! * across
      : 0;
  const o3 = j > 0 ? (c10 - c00) * up * spansB[b - longestSpan]! : 0;
  const afterB = b + m * longestSpan;
  const o4 =
    afterB < spansB.length
      ? (sums[bottom + right + 1]! - c11 - sums[sumsStride + right + 1]! + c01) *
        up *
        spansB[afterB]!
      : 0;
  const outside = (o1 + o2 + o3 + o4) * 0.25;
  let largest = o1 > o2 ? o1 : o2;
  if (o3 > largest) largest = o3;
  if (o4 > largest) largest = o4;
  const difference = logsA[a + n - 1]! - logsB[b + m - 1]!;
  const ratio = Math.min(3, difference < 0 ? -difference : difference);
  const kind = classOfShape[n * 8 + m]!;
  out[0] = (cosine - 0.3 * outside) / (1 + ratio);
  out[1] = cosine;
  out[2] = cosine * cosine;
  out[3] = outside;
  out[4] = largest;
  out[5] = ratio;
  out[6] = ratio * ratio;
  out[kind] = 1;
  out[14] = n + m - 2;
  let score = weights[kind]! + weights[14]! * (n + m - 2);
  for (let k = 0; k < 7; k++) score += weights[k]! * out[k]!;
  return score;
}

/** Score of a skipped sentence whose highest cosine with a sentence of the other side is `best`. */
export function skipScore(weights: ArrayLike<number>, best: number): number {
  return weights[15]! + weights[16]! * best + weights[17]! * best * best;
}

/** First-pass scores and cosines of a lattice's edges. */
export function cheapScores(
  plane: Plane,
  lattice: Lattice,
  weights: readonly number[],
): { readonly scores: Float64Array; readonly cosines: Float64Array } {
  const near = new Neighbourhood(plane);
  const features = new Float64Array(cheapFeatures.length);
  const scores = new Float64Array(lattice.edges);
  const linear = Float64Array.from(weights);
  const cosines = new Float64Array(lattice.edges);
  let entered = -1;
  for (let e = 0; e < lattice.edges; e++) {
    const node = lattice.from[e]!;
    const i = lattice.rows[node]!;
    const j = lattice.columns[node]!;
    const n = lattice.rows[lattice.to[e]!]! - i;
    const m = lattice.columns[lattice.to[e]!]! - j;
    if (lattice.fixed[e] === 1) continue;
    if (n === 0) scores[e] = skipScore(weights, plane.bestB[j]!);
    else if (m === 0) scores[e] = skipScore(weights, plane.bestA[i]!);
    else {
      if (node !== entered) near.enter(i, j);
      entered = node;
      scores[e] = scoreCheaply(plane, near, i, n, j, m, linear, features);
      cosines[e] = features[1]!;
    }
  }
  return { scores, cosines };
}

/** Writes the cheap features of every edge, row by row; for fitting. */
export function cheapRow(plane: Plane, lattice: Lattice, out: Float32Array): void {
  const near = new Neighbourhood(plane);
  const row = new Float64Array(cheapFeatures.length);
  const none = new Float64Array(cheapFeatures.length);
  for (let e = 0; e < lattice.edges; e++) {
    const i = lattice.rows[lattice.from[e]!]!;
    const j = lattice.columns[lattice.from[e]!]!;
    const n = lattice.rows[lattice.to[e]!]! - i;
    const m = lattice.columns[lattice.to[e]!]! - j;
    if (n === 0 || m === 0) {
      const best = n === 0 ? plane.bestB[j]! : plane.bestA[i]!;
      row.fill(0);
      row.set([1, best, best * best], 15);
    } else {
      near.enter(i, j);
      row.fill(0);
      scoreCheaply(plane, near, i, n, j, m, none, row);
    }
    out.set(row, e * row.length);
  }
}
