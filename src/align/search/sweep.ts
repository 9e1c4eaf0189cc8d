import type { BeadShapes } from './bead-shapes.js';
import { cheapFeatures, scoreCheaply, skipScore, type CheapWeights } from './cheap-features.js';
import { EdgeList, ScoredBeads } from './edge-list.js';
import { Neighbourhood } from './neighbourhood.js';
import type { NodeSet } from './node-set.js';
import type { Plane } from './plane.js';

/**
 * The best paths through some nodes of the plane by the first pass's scores: forward to each node
 * when it is made, back from the end when it is asked what comes near the best path.
 */
export class Sweep {
  readonly #plane: Plane;
  readonly #nodes: NodeSet;
  readonly #run: number;
  /** Scores of skipping each sentence. */
  readonly #skipsA: Float64Array;
  readonly #skipsB: Float64Array;
  /** The beads of each node: `starts[node]..starts[node + 1]`. */
  readonly #beads = new ScoredBeads();
  readonly #starts: Int32Array;
  /** Best way to each node, three by three: by the `Kind` of its last step. */
  readonly #forward: Float64Array;
  readonly #weights: Float64Array;
  readonly #features: Float64Array;
  readonly #shapes: BeadShapes;
  /** Where the beads of each shape end that begin at the present node, -1 where there is none. */
  readonly #ends: Int32Array;
  readonly #near: Neighbourhood;

  /** Scores all beads of `shapes` between the nodes. Time: nodes x shapes. */
  constructor(plane: Plane, nodes: NodeSet, { linear, run }: CheapWeights, shapes: BeadShapes) {
    this.#plane = plane;
    this.#nodes = nodes;
    this.#run = run;
    this.#skipsA = plane.bestA.map((best) => skipScore(linear, best));
    this.#skipsB = plane.bestB.map((best) => skipScore(linear, best));
    this.#starts = new Int32Array(nodes.count + 1);
    this.#forward = new Float64Array(nodes.count * 3).fill(-Infinity);
    this.#weights = Float64Array.from(linear);
    this.#features = new Float64Array(cheapFeatures.length);
    this.#shapes = shapes;
    this.#ends = new Int32Array(shapes.heights.length);
    this.#near = new Neighbourhood(plane);
    this.#goForward();
  }

  /** Node by node, so that small functions are compiled, and once for all texts. */
  #goForward(): void {
    const nodes = this.#nodes;
    this.#forward[0] = 0;
    let i = 0;
    for (let here = 0; here < nodes.count; here++) {
      while (here >= nodes.starts[i + 1]!) i++;
      this.#starts[here] = this.#beads.length;
      this.#leave(here, i, nodes.columns[here]!);
    }
    this.#starts[nodes.count] = this.#beads.length;
  }

  /** Takes all steps from a node. */
  #leave(here: number, i: number, j: number): void {
    const plane = this.#plane;
    const nodes = this.#nodes;
    const run = this.#run;
    const forward = this.#forward;
    const { rows, columns } = plane.corridor;
    const afterBead = forward[here * 3]!;
    const afterRow = forward[here * 3 + 1]!;
    const afterColumn = forward[here * 3 + 2]!;
    const so = Math.max(afterBead, afterRow, afterColumn);
    if (so === -Infinity) return;
    const past = pastAnchor(plane, nodes, i, j);
    if (past >= 0 && so > forward[past * 3]!) forward[past * 3] = so;
    // Before an anchor whatever stands before its second side can be skipped, and nothing else done.
    const right = nodes.at(i, j + 1);
    if (right >= 0) {
      const going = Math.max(afterRow, afterColumn) + run;
      const value = Math.max(afterBead, going) + this.#skipsB[j]!;
      if (value > forward[right * 3 + 2]!) forward[right * 3 + 2] = value;
    }
    if (plane.anchored[i] === 1) return;
    const below = nodes.at(i + 1, j);
    if (below >= 0) {
      const value = Math.max(afterBead, afterRow + run) + this.#skipsA[i]!;
      if (value > forward[below * 3 + 1]!) forward[below * 3 + 1] = value;
    }
    if (i < rows && j < columns && this.#findEnds(i, j)) this.#scoreBeads(i, j, so);
  }

  /** Finds where the beads end that can begin at a node; returns whether there are any. */
  #findEnds(i: number, j: number): boolean {
    const nodes = this.#nodes;
    const { heights, widths } = this.#shapes;
    const ends = this.#ends;
    const [barriersA, barriersB] = [this.#plane.a.barriers, this.#plane.b.barriers];
    let any = false;
    for (let s = 0; s < heights.length; s++) {
      const bottom = i + heights[s]!;
      const right = j + widths[s]!;
      const end = nodes.at(bottom, right);
      const isOpen =
        end >= 0 && barriersA[bottom - 1] === barriersA[i] && barriersB[right - 1] === barriersB[j];
      ends[s] = isOpen ? end : -1;
      any ||= isOpen;
    }
    return any;
  }

  #scoreBeads(i: number, j: number, so: number): void {
    const plane = this.#plane;
    const forward = this.#forward;
    const near = this.#near;
    const { heights, widths, largest } = this.#shapes;
    near.enter(i, j, largest);
    for (let s = 0; s < heights.length; s++) {
      const end = this.#ends[s]!;
      if (end < 0) continue;
      const [n, m] = [heights[s]!, widths[s]!];
      const score = scoreCheaply(plane, near, i, n, j, m, this.#weights, this.#features);
      this.#beads.push(end, score);
      if (so + score > forward[end * 3]!) forward[end * 3] = so + score;
    }
  }

  /** One flag for each node: 1 if a path through it comes within `delta` of the best path of all. */
  nodesWithin(delta: number): Uint8Array {
    const forward = this.#forward;
    const backward = this.#goBack(null, 0);
    const threshold = this.#best() - delta;
    const within = new Uint8Array(this.#nodes.count);
    for (let node = 0; node < within.length; node++) {
      const at = node * 3;
      const marginal = Math.max(
        forward[at]! + backward[at]!,
        forward[at + 1]! + backward[at + 1]!,
        forward[at + 2]! + backward[at + 2]!,
      );
      within[node] = marginal >= threshold ? 1 : 0;
    }
    return within;
  }

  /** The edges of paths that come within `delta` of the best path of all, from the last node to the first. */
  edgesWithin(delta: number): EdgeList {
    const edges = new EdgeList();
    this.#goBack(edges, this.#best() - delta);
    return edges;
  }

  #best(): number {
    return Math.max(...this.#forward.subarray(-3));
  }

  /**
   * The best way from each node to the end, three by three: by the kind of the step before. Adds the edges
   * of paths that reach `threshold` to `edges`.
   */
  #goBack(edges: EdgeList | null, threshold: number): Float64Array {
    const nodes = this.#nodes;
    const backward = new Float64Array(nodes.count * 3).fill(-Infinity);
    backward.fill(0, (nodes.count - 1) * 3);
    let i = this.#plane.corridor.rows;
    for (let here = nodes.count - 1; here >= 0; here--) {
      while (here < nodes.starts[i]!) i--;
      this.#arrive(here, i, nodes.columns[here]!, backward, edges, threshold);
    }
    return backward;
  }

  /** Finds the best way on from a node. */
  #arrive(
    here: number,
    i: number,
    j: number,
    backward: Float64Array,
    edges: EdgeList | null,
    threshold: number,
  ): void {
    const plane = this.#plane;
    const nodes = this.#nodes;
    const run = this.#run;
    const forward = this.#forward;
    const { to, scores } = this.#beads;
    const at = here * 3;
    const afterBead = forward[at]!;
    const afterRow = forward[at + 1]!;
    const afterColumn = forward[at + 2]!;
    const so = Math.max(afterBead, afterRow, afterColumn);
    if (so === -Infinity) return;
    // What the best way on is worth after any step, and what it adds after a bead or a skip.
    let any = backward[at]!;
    let toRow = -Infinity;
    let toColumn = -Infinity;
    const past = pastAnchor(plane, nodes, i, j);
    if (past >= 0) {
      const rest = backward[past * 3]!;
      if (rest > any) any = rest;
      if (edges !== null && so + rest >= threshold) edges.push(here, past, 1);
    }
    const right = nodes.at(i, j + 1);
    if (right >= 0) {
      toColumn = this.#skipsB[j]! + backward[right * 3 + 2]!;
      const best = Math.max(
        afterBead + toColumn,
        Math.max(afterRow, afterColumn) + (toColumn + run),
      );
      if (edges !== null && best >= threshold) edges.push(here, right, 0);
    }
    if (plane.anchored[i] !== 1) {
      const below = nodes.at(i + 1, j);
      if (below >= 0) {
        toRow = this.#skipsA[i]! + backward[below * 3 + 1]!;
        const best = Math.max(afterBead + toRow, afterRow + (toRow + run));
        if (edges !== null && best >= threshold) edges.push(here, below, 0);
      }
      const end = this.#starts[here + 1]!;
      for (let bead = this.#starts[here]!; bead < end; bead++) {
        const rest = scores[bead]! + backward[to[bead]! * 3]!;
        if (rest > any) any = rest;
        if (edges !== null && so + rest >= threshold) edges.push(here, to[bead]!, 0);
      }
    }
    backward[at] = Math.max(any, toRow, toColumn);
    backward[at + 1] = Math.max(any, toRow + run, toColumn + run);
    // Columns are never skipped before rows (see `transition`).
    backward[at + 2] = Math.max(any, toColumn + run);
  }
}

/** Number of the node to which the anchor leads that begins at (i, j), or -1. */
function pastAnchor(
  { anchorStarts, anchorRows, anchorColumns }: Plane,
  nodes: NodeSet,
  i: number,
  j: number,
): number {
  return anchorStarts[i] === j ? nodes.at(i + anchorRows[i]!, j + anchorColumns[i]!) : -1;
}
