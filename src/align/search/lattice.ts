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

/** A lattice with what the first pass makes of its edges. */
export interface ScoredLattice {
  readonly lattice: Lattice;
  /** First-pass score of each edge, 0 for an anchor. */
  readonly scores: Float64Array;
  /** Cosine of each edge with two sides that no anchor fixes, else 0. */
  readonly cosines: Float64Array;
}
