import type { ProgramMemory } from '../../webassembly.js';
import { shapeClass } from './bead-shapes.js';
import type { Lattice, ScoredLattice } from './lattice.js';
import type { Plane } from './plane.js';
import type { SearchInput } from './search-program.js';

/** Number of each shape's class among the features (see `cheapFeatures`), by n * 8 + m. */
const classOfShape = Uint8Array.from({ length: 64 }, (_, k) => 7 + shapeClass(k >> 3, k & 7));

/** Adds a plane and the weights of features; in the order of `assembly/plane.ts`. */
export function addPlane(input: SearchInput, plane: Plane, linear: readonly number[]): number {
  const { a, b, corridor, band } = plane;
  const arrays = [
    band.first,
    band.end,
    band.offsets,
    band.sums,
    plane.spansA,
    plane.spansB,
    plane.bestA,
    plane.bestB,
    corridor.low,
    corridor.high,
    plane.logsA,
    plane.logsB,
    a.barriers,
    b.barriers,
    plane.anchorRows,
    plane.anchorColumns,
    plane.anchorStarts,
    plane.anchored,
    Float64Array.from(linear),
    classOfShape,
  ];
  const addresses = arrays.map((array) => input.add(array));
  return input.fields(corridor.rows, corridor.columns, ...addresses);
}

const none = new Float64Array(0);

/** Adds a lattice, and what is known of its edges; in the order of `assembly/lattice.ts`. */
export function addLattice(
  input: SearchInput,
  lattice: Lattice,
  scores: Float64Array = none,
  cosines: Float64Array = none,
): number {
  const { nodes, edges, rows, columns, from, to, fixed } = lattice;
  const arrays = [rows, columns, from, to, fixed, scores, cosines];
  return input.fields(nodes, edges, ...arrays.map((array) => input.add(array)));
}

/** Copies out the lattice at an address; in the order of `assembly/lattice.ts`. */
export function readLattice({ buffer }: ProgramMemory, at: number): ScoredLattice {
  const fields = new Uint32Array(buffer, at >>> 0, 9);
  const [nodes, edges] = [fields[0]!, fields[1]!];
  const integers = (field: number, count: number): Int32Array =>
    new Int32Array(buffer, fields[field], count).slice();
  const floats = (field: number): Float64Array =>
    new Float64Array(buffer, fields[field], edges).slice();
  return {
    lattice: {
      nodes,
      rows: integers(2, nodes),
      columns: integers(3, nodes),
      edges,
      from: integers(4, edges),
      to: integers(5, edges),
      fixed: new Uint8Array(buffer, fields[6], edges).slice(),
    },
    scores: floats(7),
    cosines: floats(8),
  };
}
