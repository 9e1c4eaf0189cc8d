import { Copies, Layout, webAssemblyProgram, type ProgramMemory } from '../../webassembly.js';
import { shapeClass } from './bead-shapes.js';
import type { Lattice, ScoredLattice } from './lattice.js';
import type { Plane } from './plane.js';
import { programBase64 } from './program-code.js';

/** See `assembly/index.ts`; arguments are addresses but for `run`, the deltas and `least`. */
export interface SearchProgram {
  readonly memory: ProgramMemory;
  freeFrom(): number;
  prune(
    plane: number,
    few: number,
    all: number,
    run: number,
    roughDelta: number,
    delta: number,
    free: number,
  ): number;
  describeEdges(plane: number, lattice: number, out: number): void;
  posteriors(lattice: number, run: number, free: number): number;
  bestPath(lattice: number, run: number, free: number): number;
  sumSkips(lattice: number, posteriors: number, free: number): void;
  keepEdges(lattice: number, posteriors: number, least: number, run: number, free: number): void;
}

const newProgram = webAssemblyProgram<SearchProgram>(programBase64, {
  host: { exp: Math.exp, log1p: Math.log1p },
});

/** A program that was given back: for short texts, a new memory takes longer than its use. */
let idle: SearchProgram | null = null;
/** Bytes of memory of a program that is kept. */
const largestIdle = 2 ** 21;

/** What one use of the program is given: arrays that are copied to its memory, and where memory is free behind them. */
export class SearchInput {
  readonly program: SearchProgram;
  readonly #layout: Layout;
  readonly #copies: Copies;

  constructor(program: SearchProgram) {
    this.program = program;
    this.#layout = new Layout(program.freeFrom());
    this.#copies = new Copies(this.#layout);
  }

  /** The address that an array will have. */
  add(array: ArrayBufferView): number {
    return this.#copies.add(array);
  }

  /** The address of a structure of 32-bit integers, most of them addresses. */
  fields(...integers: readonly number[]): number {
    return this.#copies.table(...integers);
  }

  /** Copies all arrays; returns where memory is free. */
  write(): number {
    this.#copies.write(this.program.memory);
    return this.#layout.end;
  }
}

/** Runs `use` with a program. */
export function search<T>(use: (input: SearchInput) => T): T {
  const program = idle ?? newProgram();
  idle = null;
  const result = use(new SearchInput(program));
  if (program.memory.buffer.byteLength <= largestIdle) idle = program;
  return result;
}

/** Number of each shape's class among the features (see `cheapFeatures`), by n * 8 + m. */
const classOfShape = Uint8Array.from({ length: 64 }, (_, k) => 7 + shapeClass(k >> 3, k & 7));

/** Adds a plane and the weights of features; in the order of `assembly/plane.ts`. */
export function addPlane(input: SearchInput, plane: Plane, linear: readonly number[]): number {
  const { a, b, corridor, band } = plane;
  const arrays = [
    corridor.low,
    corridor.high,
    band.first,
    band.end,
    band.offsets,
    band.sums,
    plane.spansA,
    plane.spansB,
    plane.logsA,
    plane.logsB,
    plane.bestA,
    plane.bestB,
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
