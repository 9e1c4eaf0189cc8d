import { featureTable } from './feature-table.js';
import { FeatureReader } from './features.js';
import type { Lattice } from '../search/lattice.js';
import type { Evidence } from '../evidence/evidence.js';

/** Of more edges than this no features are kept: a table of them would be the largest structure in memory. */
const mostKept = 50_000;

/**
 * The features of a lattice's edges, computed on demand. Ask for edges in order, because neighbours
 * share intermediate results.
 */
export class EdgeFeatures {
  readonly #reader: FeatureReader;
  readonly #none = new Float32Array(featureTable.length);
  readonly #lattice: Lattice;
  /** The features of all edges as they were with another lexicon, or as they are asked for; row by row. */
  readonly #kept: Float32Array | null;
  readonly #isRenewed: boolean;

  /** @param before the features of all edges with another lexicon, if they were asked for */
  constructor(evidence: Evidence, lattice: Lattice, before?: EdgeFeatures) {
    this.#lattice = lattice;
    this.#reader = new FeatureReader(evidence);
    const room = lattice.edges > mostKept ? 0 : lattice.edges * featureTable.length;
    this.#isRenewed = before !== undefined;
    if (before !== undefined) this.#kept = before.#kept;
    else this.#kept = room > 0 ? new Float32Array(room) : null;
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
    const n = rows[to[edge]!]! - i;
    const m = columns[to[edge]!]! - j;
    const kept = this.#kept;
    if (kept === null) return this.#reader.read(i, n, j, m);
    const at = edge * featureTable.length;
    if (this.#isRenewed) {
      return this.#reader.renew(kept.subarray(at, at + featureTable.length), i, n, j, m);
    }
    const row = this.#reader.read(i, n, j, m);
    kept.set(row, at);
    return row;
  }
}
