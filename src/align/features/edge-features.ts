import { featureTable } from './feature-table.js';
import { FeatureReader } from './features.js';
import type { Lattice } from '../search/lattice.js';
import type { Evidence } from '../evidence/evidence.js';

/**
 * The features of a lattice's edges, computed on demand: a table of all of them would be the
 * largest structure in memory. Ask for edges in order, because neighbours share intermediate
 * results.
 */
export class EdgeFeatures {
  readonly #reader: FeatureReader;
  readonly #none = new Float32Array(featureTable.length);
  readonly #lattice: Lattice;

  constructor(evidence: Evidence, lattice: Lattice) {
    this.#lattice = lattice;
    this.#reader = new FeatureReader(evidence);
  }

  /**
   * The features of an edge in the order of `featureTable`, zeros for an anchor; the next call
   * overwrites them.
   */
  of(edge: number): Float32Array {
    const { rows, columns, from, to, fixed } = this.#lattice;
    if (fixed[edge] === 1) return this.#none;
    const i = rows[from[edge]!]!;
    const j = columns[from[edge]!]!;
    return this.#reader.read(i, rows[to[edge]!]! - i, j, columns[to[edge]!]! - j);
  }
}
