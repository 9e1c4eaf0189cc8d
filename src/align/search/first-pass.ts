import type { Corridor } from './corridor.js';
import { Kind, transition } from './lattice.js';
import type { Lattice } from './lattice.js';
import { Neighbourhood, sumsStride } from './neighbourhood.js';
import { longestSpan, beadShapes, shapeClass } from './bead-shapes.js';
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
function scoreCheaply(
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

/**
 * Scores every bead inside the corridor and keeps those whose best path comes within `delta` of the
 * best path of all (max-marginals): the lattice on which everything else is spent.
 * Time and memory: nodes of the corridor x shapes.
 */
export function pruneBeads(plane: Plane, weights: CheapWeights, delta: number): Lattice {
  const { corridor, a, b } = plane;
  const { rows, low, high } = corridor;
  const { run } = weights;
  const linear = Float64Array.from(weights.linear);
  const offsets = new Int32Array(rows + 2);
  for (let i = 0; i <= rows; i++) offsets[i + 1] = offsets[i]! + high[i]! - low[i]! + 1;
  const nodes = offsets[rows + 1]!;
  const node = (i: number, j: number): number =>
    i <= rows && j >= low[i]! && j <= high[i]! ? offsets[i]! + j - low[i]! : -1;

  const shapes = beadShapes.length;
  const scores = new Float32Array(nodes * shapes).fill(-Infinity);
  // Best way to each node by the kind of its last step: a bead, a skipped row, a skipped column.
  const forward = new Float64Array(nodes * 3).fill(-Infinity);
  const features = new Float64Array(cheapFeatures.length);
  const near = new Neighbourhood(plane);
  const skipA = Float64Array.from(plane.bestA, (best) => skipScore(weights.linear, best));
  const skipB = Float64Array.from(plane.bestB, (best) => skipScore(weights.linear, best));
  const raise = (at: number, value: number): void => {
    if (value > forward[at]!) forward[at] = value;
  };
  /** Where the anchor leads that begins here, or -1. */
  const pastAnchor = (i: number, j: number): number =>
    plane.anchorStarts[i] === j ? node(i + plane.anchorRows[i]!, j + plane.anchorColumns[i]!) : -1;

  forward[0] = 0;
  for (let i = 0; i <= rows; i++) {
    for (let j = low[i]!; j <= high[i]!; j++) {
      const here = node(i, j);
      const afterBead = forward[here * 3]!;
      const afterRow = forward[here * 3 + 1]!;
      const afterColumn = forward[here * 3 + 2]!;
      const so = Math.max(afterBead, afterRow, afterColumn);
      if (so === -Infinity) continue;
      const past = pastAnchor(i, j);
      if (past >= 0) raise(past * 3, so);
      // Before an anchor whatever stands before its second side can be skipped, and nothing else done.
      const right = j < corridor.columns ? node(i, j + 1) : -1;
      if (right >= 0) {
        raise(
          right * 3 + 2,
          Math.max(afterBead, Math.max(afterRow, afterColumn) + run) + skipB[j]!,
        );
      }
      if (plane.anchored[i] === 1) continue;
      const below = i < rows ? node(i + 1, j) : -1;
      if (below >= 0) raise(below * 3 + 1, Math.max(afterBead, afterRow + run) + skipA[i]!);
      if (i === rows || j === corridor.columns) continue;
      near.enter(i, j);
      for (let s = 0; s < shapes; s++) {
        const n = beadShapes[s]![0];
        const m = beadShapes[s]![1];
        if (i + n > rows || j + m < low[i + n]! || j + m > high[i + n]!) continue;
        if (a.barriers[i + n - 1] !== a.barriers[i]) continue;
        if (b.barriers[j + m - 1] !== b.barriers[j]) continue;
        const score = scoreCheaply(plane, near, i, n, j, m, linear, features);
        scores[here * shapes + s] = score;
        const to = (offsets[i + n]! + j + m - low[i + n]!) * 3;
        if (so + score > forward[to]!) forward[to] = so + score;
      }
    }
  }

  // Back again, keeping what is good enough; edges come out last to first.
  const backward = new Float64Array(nodes * 3).fill(-Infinity);
  backward.fill(0, (nodes - 1) * 3);
  const end = (nodes - 1) * 3;
  const threshold = Math.max(forward[end]!, forward[end + 1]!, forward[end + 2]!) - delta;
  const froms: number[] = [];
  const tos: number[] = [];
  const fixed: number[] = [];
  const offer = (
    here: number,
    there: number,
    kind: number,
    score: number,
    isFixed: number,
  ): void => {
    const rest = score + backward[there * 3 + kind]!;
    let marginal = -Infinity;
    for (let state = 0; state < 3; state++) {
      const value = rest + transition(state, kind, run);
      if (value > backward[here * 3 + state]!) backward[here * 3 + state] = value;
      marginal = Math.max(marginal, forward[here * 3 + state]! + value);
    }
    if (marginal < threshold) return;
    froms.push(here);
    tos.push(there);
    fixed.push(isFixed);
  };
  for (let i = rows; i >= 0; i--) {
    for (let j = high[i]!; j >= low[i]!; j--) {
      const here = node(i, j);
      const so = Math.max(forward[here * 3]!, forward[here * 3 + 1]!, forward[here * 3 + 2]!);
      if (so === -Infinity) continue;
      const past = pastAnchor(i, j);
      if (past >= 0) offer(here, past, Kind.bead, 0, 1);
      const right = j < corridor.columns ? node(i, j + 1) : -1;
      if (right >= 0) offer(here, right, Kind.skipsColumn, skipB[j]!, 0);
      if (plane.anchored[i] === 1) continue;
      const below = i < rows ? node(i + 1, j) : -1;
      if (below >= 0) offer(here, below, Kind.skipsRow, skipA[i]!, 0);
      for (let s = 0; s < shapes; s++) {
        const score = scores[here * shapes + s]!;
        if (score === -Infinity) continue;
        offer(here, node(i + beadShapes[s]![0], j + beadShapes[s]![1]), Kind.bead, score, 0);
      }
    }
  }
  return compactLattice(corridor, offsets, froms.reverse(), tos.reverse(), fixed.reverse());
}

/** Names the nodes that edges touch, in order. */
function compactLattice(
  corridor: Corridor,
  offsets: Int32Array,
  froms: readonly number[],
  tos: readonly number[],
  fixed: readonly number[],
): Lattice {
  const { rows, low, high } = corridor;
  const nodes = offsets[rows + 1]!;
  const used = new Uint8Array(nodes);
  used[0] = 1;
  used[nodes - 1] = 1;
  for (const node of froms) used[node] = 1;
  for (const node of tos) used[node] = 1;
  const names = new Int32Array(nodes);
  const latticeRows: number[] = [];
  const latticeColumns: number[] = [];
  for (let i = 0; i <= rows; i++) {
    for (let j = low[i]!; j <= high[i]!; j++) {
      const here = offsets[i]! + j - low[i]!;
      if (used[here] === 0) continue;
      names[here] = latticeRows.length;
      latticeRows.push(i);
      latticeColumns.push(j);
    }
  }
  return {
    nodes: latticeRows.length,
    rows: Int32Array.from(latticeRows),
    columns: Int32Array.from(latticeColumns),
    edges: froms.length,
    from: Int32Array.from(froms, (node) => names[node]!),
    to: Int32Array.from(tos, (node) => names[node]!),
    fixed: Uint8Array.from(fixed),
  };
}

function skipScore(weights: ArrayLike<number>, best: number): number {
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
