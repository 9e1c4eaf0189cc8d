import { growTo, Layout, webAssemblyProgram, type ProgramMemory } from '../../webassembly.js';
import { shapeClass } from './bead-shapes.js';
import type { Lattice } from './lattice.js';
import type { Plane } from './plane.js';
import { programBase64 } from './program-code.js';

/** See `assembly/index.ts`; arguments but `run` and the deltas are addresses. */
export interface FirstPass {
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
}

const newProgram = webAssemblyProgram<FirstPass>(programBase64);

/** A program that was given back: for short texts, a new memory takes longer than its use. */
let idle: FirstPass | null = null;
/** Bytes of memory of a program that is kept. */
const largestIdle = 2 ** 21;

/** Runs `use` with a program, and gives it back. */
export function withFirstPass<T>(use: (program: FirstPass) => T): T {
  const program = idle ?? newProgram();
  idle = null;
  const result = use(program);
  if (program.memory.buffer.byteLength <= largestIdle) idle = program;
  return result;
}

/** Arrays in a program's memory, and where they lie. */
export class Input {
  readonly #layout: Layout;
  readonly #lists: { readonly at: number; readonly values: Bytes }[] = [];

  constructor(program: FirstPass) {
    this.#layout = new Layout(program.freeFrom());
  }

  /** The address that an array will have. */
  add(values: Bytes): number {
    const at = this.#layout.reserve(values.byteLength);
    this.#lists.push({ at, values });
    return at;
  }

  /** The address of a structure of 32-bit integers, most of them addresses. */
  addFields(...fields: readonly number[]): number {
    return this.add(Uint32Array.from(fields));
  }

  /** Room for so many bytes. */
  reserve(bytes: number): number {
    return this.#layout.reserve(bytes);
  }

  /** Copies all arrays; returns where memory is free. */
  write({ memory }: FirstPass): number {
    growTo(memory, this.#layout.end);
    for (const { at, values } of this.#lists) {
      const { buffer, byteOffset, byteLength } = values;
      new Uint8Array(memory.buffer, at, byteLength).set(
        new Uint8Array(buffer, byteOffset, byteLength),
      );
    }
    return this.#layout.end;
  }
}

/** Number of each shape's class among the features (see `cheapFeatures`), by n * 8 + m. */
const classOfShape = Uint8Array.from({ length: 64 }, (_, k) => 7 + shapeClass(k >> 3, k & 7));

/** An array of numbers of any kind. */
type Bytes = Pick<Uint8Array, 'buffer' | 'byteOffset' | 'byteLength'>;

/** Adds a plane; in the order of `assembly/plane.ts`. */
export function addPlane(input: Input, plane: Plane, linear: readonly number[]): number {
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
  return input.addFields(
    corridor.rows,
    corridor.columns,
    ...arrays.map((values) => input.add(values)),
  );
}

/** Adds a lattice without scores; in the order of `assembly/lattice.ts`. */
export function addLattice(input: Input, lattice: Lattice): number {
  const { nodes, edges, rows, columns, from, to, fixed } = lattice;
  const arrays = [rows, columns, from, to, fixed];
  return input.addFields(nodes, edges, ...arrays.map((values) => input.add(values)), 0, 0);
}
