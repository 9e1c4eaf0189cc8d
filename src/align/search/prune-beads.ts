import { beadShapes, longestSpan } from './bead-shapes.js';
import { cheapFeatures, scoreCheaply, skipScore, type CheapWeights } from './cheap-features.js';
import type { Corridor } from './corridor.js';
import { Kind, transition } from './lattice.js';
import type { Lattice } from './lattice.js';
import { Neighbourhood } from './neighbourhood.js';
import type { Plane } from './plane.js';

/**
 * Scores every bead inside the corridor and keeps those whose best path comes within `delta` of the
 * best path of all (max-marginals): the lattice on which everything else is spent.
 * Time and memory: nodes of the corridor x shapes.
 *
 * @param maxBead the most sentences on a side of a bead that no anchor fixes
 */
export function pruneBeads(
  plane: Plane,
  weights: CheapWeights,
  delta: number,
  maxBead = longestSpan,
): Lattice {
  const nodes = new CorridorNodes(plane.corridor);
  const skips: SkipScores = {
    a: Float64Array.from(plane.bestA, (best) => skipScore(weights.linear, best)),
    b: Float64Array.from(plane.bestB, (best) => skipScore(weights.linear, best)),
  };
  const pass = scoreForward(plane, nodes, weights, skips, maxBead);
  return compactLattice(nodes, keepBackward(plane, nodes, weights.run, skips, pass, delta));
}

/** The nodes of a corridor, numbered row by row. */
class CorridorNodes {
  readonly corridor: Corridor;
  /** Number of each row's first node; rows + 2 entries. */
  readonly offsets: Int32Array;
  readonly count: number;

  constructor(corridor: Corridor) {
    const { rows, low, high } = corridor;
    this.corridor = corridor;
    this.offsets = new Int32Array(rows + 2);
    for (let i = 0; i <= rows; i++) {
      this.offsets[i + 1] = this.offsets[i]! + high[i]! - low[i]! + 1;
    }
    this.count = this.offsets[rows + 1]!;
  }

  /** Number of the node (i, j), or -1 outside the corridor. */
  at(i: number, j: number): number {
    const { rows, low, high } = this.corridor;
    return i <= rows && j >= low[i]! && j <= high[i]! ? this.offsets[i]! + j - low[i]! : -1;
  }

  /** Number of the node to which the anchor leads that begins at (i, j), or -1. */
  pastAnchor({ anchorStarts, anchorRows, anchorColumns }: Plane, i: number, j: number): number {
    return anchorStarts[i] === j ? this.at(i + anchorRows[i]!, j + anchorColumns[i]!) : -1;
  }
}

/** Scores of skipping each sentence. */
interface SkipScores {
  readonly a: Float64Array;
  readonly b: Float64Array;
}

interface ForwardPass {
  /** Score of every bead, by its first node and shape; -Infinity where it can't be. */
  readonly scores: Float32Array;
  /** Best way to each node, three by three: by the `Kind` of its last step. */
  readonly forward: Float64Array;
}

function scoreForward(
  plane: Plane,
  nodes: CorridorNodes,
  { linear: weights, run }: CheapWeights,
  skips: SkipScores,
  maxBead: number,
): ForwardPass {
  const { corridor, a, b } = plane;
  const { rows, low, high } = corridor;
  const { offsets } = nodes;
  const linear = Float64Array.from(weights);
  const shapes = beadShapes.length;
  const scores = new Float32Array(nodes.count * shapes).fill(-Infinity);
  const forward = new Float64Array(nodes.count * 3).fill(-Infinity);
  const features = new Float64Array(cheapFeatures.length);
  const near = new Neighbourhood(plane);
  const raise = (at: number, value: number): void => {
    if (value > forward[at]!) forward[at] = value;
  };
  forward[0] = 0;
  for (let i = 0; i <= rows; i++) {
    for (let j = low[i]!; j <= high[i]!; j++) {
      const here = nodes.at(i, j);
      const afterBead = forward[here * 3]!;
      const afterRow = forward[here * 3 + 1]!;
      const afterColumn = forward[here * 3 + 2]!;
      const so = Math.max(afterBead, afterRow, afterColumn);
      if (so === -Infinity) continue;
      const past = nodes.pastAnchor(plane, i, j);
      if (past >= 0) raise(past * 3, so);
      // Before an anchor whatever stands before its second side can be skipped, and nothing else done.
      const right = j < corridor.columns ? nodes.at(i, j + 1) : -1;
      if (right >= 0) {
        const going = Math.max(afterRow, afterColumn) + run;
        raise(right * 3 + 2, Math.max(afterBead, going) + skips.b[j]!);
      }
      if (plane.anchored[i] === 1) continue;
      const below = i < rows ? nodes.at(i + 1, j) : -1;
      if (below >= 0) raise(below * 3 + 1, Math.max(afterBead, afterRow + run) + skips.a[i]!);
      if (i === rows || j === corridor.columns) continue;
      near.enter(i, j);
      for (let s = 0; s < shapes; s++) {
        const n = beadShapes[s]![0];
        const m = beadShapes[s]![1];
        if (n > maxBead || m > maxBead) continue;
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
  return { scores, forward };
}

/** Edges between nodes by their numbers, from the last node to the first. */
interface Edges {
  readonly from: number[];
  readonly to: number[];
  /** 1 for anchors. */
  readonly fixed: number[];
}

/** Goes back from the end and keeps the edges that are good enough. */
function keepBackward(
  plane: Plane,
  nodes: CorridorNodes,
  run: number,
  skips: SkipScores,
  { scores, forward }: ForwardPass,
  delta: number,
): Edges {
  const { corridor } = plane;
  const { rows, low, high } = corridor;
  const shapes = beadShapes.length;
  const backward = new Float64Array(nodes.count * 3).fill(-Infinity);
  const end = (nodes.count - 1) * 3;
  backward.fill(0, end);
  const threshold = Math.max(forward[end]!, forward[end + 1]!, forward[end + 2]!) - delta;
  const edges: Edges = { from: [], to: [], fixed: [] };
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
    edges.from.push(here);
    edges.to.push(there);
    edges.fixed.push(isFixed);
  };
  for (let i = rows; i >= 0; i--) {
    for (let j = high[i]!; j >= low[i]!; j--) {
      const here = nodes.at(i, j);
      const so = Math.max(forward[here * 3]!, forward[here * 3 + 1]!, forward[here * 3 + 2]!);
      if (so === -Infinity) continue;
      const past = nodes.pastAnchor(plane, i, j);
      if (past >= 0) offer(here, past, Kind.bead, 0, 1);
      const right = j < corridor.columns ? nodes.at(i, j + 1) : -1;
      if (right >= 0) offer(here, right, Kind.skipsColumn, skips.b[j]!, 0);
      if (plane.anchored[i] === 1) continue;
      const below = i < rows ? nodes.at(i + 1, j) : -1;
      if (below >= 0) offer(here, below, Kind.skipsRow, skips.a[i]!, 0);
      for (let s = 0; s < shapes; s++) {
        const score = scores[here * shapes + s]!;
        if (score === -Infinity) continue;
        offer(here, nodes.at(i + beadShapes[s]![0], j + beadShapes[s]![1]), Kind.bead, score, 0);
      }
    }
  }
  return edges;
}

/** The lattice of some edges: turned round, and without the nodes that no edge touches. */
function compactLattice({ corridor, offsets, count }: CorridorNodes, edges: Edges): Lattice {
  const { rows, low, high } = corridor;
  const used = new Uint8Array(count);
  used[0] = 1;
  used[count - 1] = 1;
  for (const node of edges.from) used[node] = 1;
  for (const node of edges.to) used[node] = 1;
  const names = new Int32Array(count);
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
    edges: edges.from.length,
    from: Int32Array.from(edges.from, (node) => names[node]!).reverse(),
    to: Int32Array.from(edges.to, (node) => names[node]!).reverse(),
    fixed: Uint8Array.from(edges.fixed).reverse(),
  };
}
