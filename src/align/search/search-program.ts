import {
  Copies,
  Layout,
  ProgramPool,
  webAssemblyProgram,
  type ProgramMemory,
} from '../../webassembly.js';
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

/** Pruning needs ten times as much memory as the rest. */
const pool = new ProgramPool(
  webAssemblyProgram<SearchProgram>(programBase64, {
    host: { exp: Math.exp, log1p: Math.log1p },
  }),
);

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

/** Runs `use` with a program, which is used again if it has little memory; `use` must hold no view of it. */
export function search<T>(use: (input: SearchInput) => T): T {
  const program = pool.take();
  const result = use(new SearchInput(program));
  pool.release(program);
  return result;
}
