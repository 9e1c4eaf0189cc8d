/**
 * A directed graph of beads: a node (row, column) stands before sentence `row` of the first side
 * and sentence `column` of the second, an edge is a bead. Every path from the first node to the last
 * is an alignment. Nodes are sorted by (row, column), edges by their node of departure, so one
 * sweep over the edges visits them in an order in which what comes before is known.
 */
export interface Lattice {
  readonly nodes: number;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly edges: number;
  /** Node of departure of each edge, ascending. */
  readonly from: Int32Array;
  /** Node of arrival. */
  readonly to: Int32Array;
  /** 1 where the edge is fixed by an anchor. */
  readonly fixed: Uint8Array;
}

/** Sentences of the first side in an edge's bead. */
export const rowsOf = (lattice: Lattice, edge: number): number =>
  lattice.rows[lattice.to[edge]!]! - lattice.rows[lattice.from[edge]!]!;

/** Sentences of the second side in an edge's bead. */
export const columnsOf = (lattice: Lattice, edge: number): number =>
  lattice.columns[lattice.to[edge]!]! - lattice.columns[lattice.from[edge]!]!;

/** The path with the greatest sum of scores, as edges in order; the earlier edge wins a tie. O(edges). */
export function bestPath(lattice: Lattice, scores: Float64Array): Int32Array {
  const best = new Float64Array(lattice.nodes).fill(-Infinity);
  const via = new Int32Array(lattice.nodes).fill(-1);
  best[0] = 0;
  for (let e = 0; e < lattice.edges; e++) {
    const value = best[lattice.from[e]!]! + scores[e]!;
    const to = lattice.to[e]!;
    if (value > best[to]!) {
      best[to] = value;
      via[to] = e;
    }
  }
  const path: number[] = [];
  for (let node = lattice.nodes - 1; node > 0;) {
    const edge = via[node]!;
    if (edge < 0) throw new Error('lattice without a path');
    path.push(edge);
    node = lattice.from[edge]!;
  }
  return Int32Array.from(path.reverse());
}

/**
 * Probability of every edge when paths are drawn in proportion to exp(sum of scores): the forward
 * and backward sums of a semi-Markov model (Sarawagi & Cohen 2004), in logarithms. O(edges).
 */
export function edgePosteriors(lattice: Lattice, scores: Float64Array): Float64Array {
  const { nodes, edges, from, to } = lattice;
  const forward = new Float64Array(nodes).fill(-Infinity);
  const backward = new Float64Array(nodes).fill(-Infinity);
  forward[0] = 0;
  backward[nodes - 1] = 0;
  for (let e = 0; e < edges; e++) {
    forward[to[e]!] = logAdd(forward[to[e]!]!, forward[from[e]!]! + scores[e]!);
  }
  for (let e = edges - 1; e >= 0; e--) {
    backward[from[e]!] = logAdd(backward[from[e]!]!, backward[to[e]!]! + scores[e]!);
  }
  const total = forward[nodes - 1]!;
  const posteriors = new Float64Array(edges);
  for (let e = 0; e < edges; e++) {
    posteriors[e] = Math.exp(forward[from[e]!]! + scores[e]! + backward[to[e]!]! - total);
  }
  return posteriors;
}

/** The same lattice with some of its edges (`keep` is not 0), and their numbers in the old one. */
export function keepEdges(
  lattice: Lattice,
  keep: ArrayLike<number>,
): { readonly lattice: Lattice; readonly kept: Int32Array } {
  const kept: number[] = [];
  const used = new Uint8Array(lattice.nodes);
  used[0] = 1;
  used[lattice.nodes - 1] = 1;
  for (let e = 0; e < lattice.edges; e++) {
    if (keep[e] === 0) continue;
    kept.push(e);
    used[lattice.from[e]!] = 1;
    used[lattice.to[e]!] = 1;
  }
  const names = new Int32Array(lattice.nodes);
  const nodes: number[] = [];
  for (let node = 0; node < lattice.nodes; node++) {
    names[node] = nodes.length;
    if (used[node] === 1) nodes.push(node);
  }
  return {
    kept: Int32Array.from(kept),
    lattice: {
      nodes: nodes.length,
      rows: Int32Array.from(nodes, (node) => lattice.rows[node]!),
      columns: Int32Array.from(nodes, (node) => lattice.columns[node]!),
      edges: kept.length,
      from: Int32Array.from(kept, (e) => names[lattice.from[e]!]!),
      to: Int32Array.from(kept, (e) => names[lattice.to[e]!]!),
      fixed: Uint8Array.from(kept, (e) => lattice.fixed[e]!),
    },
  };
}

function logAdd(x: number, y: number): number {
  const larger = x > y ? x : y;
  const smaller = x > y ? y : x;
  return smaller - larger > -40 ? larger + Math.log1p(Math.exp(smaller - larger)) : larger;
}
