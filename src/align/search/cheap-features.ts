import type { Lattice } from './lattice.js';
import type { Plane } from './plane.js';
import { addLattice, addPlane } from './search-arrays.js';
import { search } from './search-program.js';

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

/** Writes the cheap features of every edge, row by row, zeros for an anchor; for fitting. */
export function cheapRows(plane: Plane, lattice: Lattice, out: Float32Array): void {
  search((input) => {
    const { program } = input;
    const none = cheapFeatures.map(() => 0);
    const planeAt = addPlane(input, plane, none);
    const latticeAt = addLattice(input, lattice);
    const rowsAt = input.add(new Float32Array(out.length));
    input.write();
    program.describeEdges(planeAt, latticeAt, rowsAt);
    out.set(new Float32Array(program.memory.buffer, rowsAt, out.length));
  });
}
