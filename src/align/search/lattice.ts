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

/** What an edge is, and the state in which it leaves its node of arrival. */
export const Kind = { bead: 0, skipsRow: 1, skipsColumn: 2 } as const;

/** Kind of every edge. */
export function kindsOf(lattice: Lattice): Uint8Array {
  const { rows, columns, from, to } = lattice;
  return Uint8Array.from(from, (node, e) => {
    if (rows[node] === rows[to[e]!]) return Kind.skipsColumn;
    return columns[node] === columns[to[e]!] ? Kind.skipsRow : Kind.bead;
  });
}

/**
 * What is added to an edge's score after an edge of kind `before`: `run` for a skip that goes on
 * where another ended (captions, notes and missing chapters come in runs: an affine gap, Gotoh
 * 1982). Columns are never skipped before rows, so that a gap on both sides is one path, not many.
 */
export function transition(before: number, kind: number, run: number): number {
  if (kind === Kind.bead || before === Kind.bead) return 0;
  return before === Kind.skipsColumn && kind === Kind.skipsRow ? -Infinity : run;
}

/** The path with the greatest sum of scores, as edges in order; the earlier edge wins a tie. O(edges). */
export function bestPath(lattice: Lattice, scores: Float64Array, run: number): Int32Array {
  const { nodes, edges, from, to } = lattice;
  const kinds = kindsOf(lattice);
  const best = new Float64Array(nodes * 3).fill(-Infinity);
  const via = new Int32Array(nodes * 3).fill(-1);
  const before = new Uint8Array(nodes * 3);
  best[0] = 0;
  for (let e = 0; e < edges; e++) {
    const kind = kinds[e]!;
    const target = to[e]! * 3 + kind;
    for (let state = 0; state < 3; state++) {
      const value = best[from[e]! * 3 + state]! + scores[e]! + transition(state, kind, run);
      if (value > best[target]!) {
        best[target] = value;
        via[target] = e;
        before[target] = state;
      }
    }
  }
  const path: number[] = [];
  const end = (nodes - 1) * 3;
  let state = 0;
  for (let k = 1; k < 3; k++) if (best[end + k]! > best[end + state]!) state = k;
  for (let node = nodes - 1; node > 0;) {
    const edge = via[node * 3 + state]!;
    if (edge < 0) throw new Error('lattice without a path');
    path.push(edge);
    state = before[node * 3 + state]!;
    node = from[edge]!;
  }
  return Int32Array.from(path.reverse());
}

/**
 * Probability of every edge when paths are drawn in proportion to exp(sum of scores): the forward
 * and backward sums of a semi-Markov model (Sarawagi & Cohen 2004), in logarithms. O(edges).
 */
export function edgePosteriors(lattice: Lattice, scores: Float64Array, run: number): Float64Array {
  const { nodes, edges, from, to } = lattice;
  const kinds = kindsOf(lattice);
  const forward = new Float64Array(nodes * 3).fill(-Infinity);
  const backward = new Float64Array(nodes * 3).fill(-Infinity);
  const into = new Float64Array(edges);
  forward[0] = 0;
  backward.fill(0, (nodes - 1) * 3);
  for (let e = 0; e < edges; e++) {
    const kind = kinds[e]!;
    const node = from[e]! * 3;
    let sum = -Infinity;
    for (let state = 0; state < 3; state++) {
      sum = logAdd(sum, forward[node + state]! + transition(state, kind, run));
    }
    into[e] = sum + scores[e]!;
    const target = to[e]! * 3 + kind;
    forward[target] = logAdd(forward[target]!, into[e]!);
  }
  for (let e = edges - 1; e >= 0; e--) {
    const kind = kinds[e]!;
    const node = from[e]! * 3;
    const rest = scores[e]! + backward[to[e]! * 3 + kind]!;
    for (let state = 0; state < 3; state++) {
      backward[node + state] = logAdd(backward[node + state]!, rest + transition(state, kind, run));
    }
  }
  const total = backward[0]!;
  return into.map((value, e) => Math.exp(value + backward[to[e]! * 3 + kinds[e]!]! - total));
}

/**
 * Posteriors of edges, with that of a skip summed up over the nodes at which its sentence can be
 * skipped: the probability that the bead is right wherever the path runs. O(edges).
 */
export function beadProbabilities(lattice: Lattice, posteriors: Float64Array): Float64Array {
  const { rows, columns, from } = lattice;
  const kinds = kindsOf(lattice);
  const skippedRows = new Float64Array(rows[lattice.nodes - 1]! + 1);
  const skippedColumns = new Float64Array(columns[lattice.nodes - 1]! + 1);
  kinds.forEach((kind, e) => {
    if (kind === Kind.skipsRow) skippedRows[rows[from[e]!]!]! += posteriors[e]!;
    else if (kind === Kind.skipsColumn) skippedColumns[columns[from[e]!]!]! += posteriors[e]!;
  });
  return posteriors.map((posterior, e) => {
    if (kinds[e] === Kind.skipsRow) return Math.min(1, skippedRows[rows[from[e]!]!]!);
    if (kinds[e] === Kind.skipsColumn) return Math.min(1, skippedColumns[columns[from[e]!]!]!);
    return Math.min(1, posterior);
  });
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
