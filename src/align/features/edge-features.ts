import type { Evidence } from '../evidence/evidence.js';
import type { Lattice } from '../search/lattice.js';
import { beadsAtOnce, FeatureProgram } from './feature-program.js';
import { featureTable } from './feature-table.js';

/** Of more edges than this no features are kept: a table of them would be the largest structure in memory. */
const mostKept = 50_000;

const width = featureTable.length;

/** The features of a lattice's edges. */
export class EdgeFeatures {
  readonly #lattice: Lattice;
  /** The features of all edges, row by row. */
  readonly #kept: Float32Array | null = null;
  /** What computes them when they are asked for. */
  #program: FeatureProgram | null = null;
  /** The edges that it has described last: those from here ... */
  #from = 0;
  /** ... to here, exclusive. */
  #to = 0;

  constructor(evidence: Evidence, lattice: Lattice) {
    this.#lattice = lattice;
    const program = new FeatureProgram(evidence, 'everything');
    if (lattice.edges > mostKept) {
      this.#program = program;
      return;
    }
    const kept = new Float32Array(lattice.edges * width);
    for (const [from, to] of parts(0, lattice.edges)) {
      this.#enter(program, from, to);
      program.describe(to - from);
      kept.set(program.rows.subarray(0, (to - from) * width), from * width);
    }
    program.close();
    this.#kept = kept;
  }

  /** Makes the features those that the edges have with another lexicon. */
  exchangeLexicon(evidence: Evidence): void {
    const kept = this.#kept;
    if (kept === null) {
      this.#program?.close();
      this.#program = new FeatureProgram(evidence, 'everything');
      this.#to = 0;
      return;
    }
    const program = new FeatureProgram(evidence, 'lexicon');
    for (const [from, to] of parts(0, this.#lattice.edges)) {
      this.#enter(program, from, to);
      program.rows.set(kept.subarray(from * width, to * width));
      program.renew(to - from);
      kept.set(program.rows.subarray(0, (to - from) * width), from * width);
    }
    program.close();
  }

  /**
   * The features of an edge in the order of `featureTable`, zeros for an anchor; the next call may
   * overwrite them. Ask for edges in order: some that follow each other are described at a time.
   */
  of(edge: number): Float32Array {
    if (this.#kept !== null) return this.#kept.subarray(edge * width, (edge + 1) * width);
    const program = this.#program!;
    if (edge < this.#from || edge >= this.#to) {
      this.#from = edge - (edge % beadsAtOnce);
      this.#to = Math.min(this.#lattice.edges, this.#from + beadsAtOnce);
      this.#enter(program, this.#from, this.#to);
      program.describe(this.#to - this.#from);
    }
    return program.rows.subarray((edge - this.#from) * width, (edge + 1 - this.#from) * width);
  }

  /** Visits the features of all edges, some rows at a time, in order. */
  forEachPart(visit: (rows: Float32Array, from: number, to: number) => void): void {
    for (const [from, to] of parts(0, this.#lattice.edges)) {
      const { buffer, byteOffset } = this.of(from);
      visit(new Float32Array(buffer, byteOffset, (to - from) * width), from, to);
    }
  }

  /** Makes the edges from..to-1 the beads of a program. */
  #enter({ beads }: FeatureProgram, first: number, end: number): void {
    const { rows, columns, from, to, fixed } = this.#lattice;
    for (let edge = first, at = 0; edge < end; edge++) {
      const [i, j] = [rows[from[edge]!]!, columns[from[edge]!]!];
      const isFixed = fixed[edge] === 1;
      beads[at++] = i;
      beads[at++] = isFixed ? 0 : rows[to[edge]!]! - i;
      beads[at++] = j;
      beads[at++] = isFixed ? 0 : columns[to[edge]!]! - j;
    }
  }
}

/** The numbers from..to-1 in parts of `beadsAtOnce`. */
function* parts(from: number, to: number): Generator<readonly [number, number]> {
  for (let at = from; at < to; at += beadsAtOnce) yield [at, Math.min(to, at + beadsAtOnce)];
}
