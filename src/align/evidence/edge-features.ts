import { FEATURES } from './feature-table.js';
import { FeatureReader } from './features.js';
import type { Lattice } from '../search/lattice.js';
import type { Evidence } from './evidence.js';

/**
 * The features of a lattice's edges, read when they are asked for: a table of all of them would be
 * the largest thing in memory. Ask for edges in their order: what neighbours share is read once.
 */
export class EdgeFeatures {
  private readonly reader: FeatureReader;
  private readonly row = new Float32Array(FEATURES.length);

  constructor(
    evidence: Evidence,
    private readonly lattice: Lattice,
  ) {
    this.reader = new FeatureReader(evidence);
  }

  /** The `FEATURES` of an edge; the next call writes over them. An anchor needs no reasons: zeros. */
  of(edge: number): Float32Array {
    const { rows, columns, from, to, fixed } = this.lattice;
    const { row } = this;
    if (fixed[edge] === 1) return row.fill(0);
    const i = rows[from[edge]!]!;
    const j = columns[from[edge]!]!;
    this.reader.read(i, rows[to[edge]!]! - i, j, columns[to[edge]!]! - j, row, 0);
    return row;
  }
}
