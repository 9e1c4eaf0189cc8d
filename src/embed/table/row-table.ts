/** Rows of numbers, their sums and quotients, computed with WebAssembly's vector instructions. */
import { growTo, webAssemblyProgram, type ProgramMemory } from '../../webassembly.js';
import { rowSumsBase64 } from './row-sums-code.js';

/** The program of row-sums.wat. */
interface RowSums {
  readonly memory: ProgramMemory;
  sum(slots: number, count: number, rows: number, stride: number, out: number, first: number): void;
  divide(from: number, divisor: number, stride: number, out: number): void;
}

/** Numbers of rows that are passed at a time; a multiple of four. */
const slotsAtOnce = 1024;

const newProgram = webAssemblyProgram<RowSums>(rowSumsBase64);

/** A table that grows. Views of it are valid until it does. */
export class RowTable {
  readonly #dimension: number;
  readonly #program = newProgram();
  /** Bytes of a row: whole registers, the rest of which stays 0. */
  readonly #stride: number;
  readonly #rowsAt: number;
  #slots: Int32Array;
  #values: Float32Array;
  #sum: Float32Array;
  #capacity = 0;

  constructor(dimension: number, capacity: number) {
    this.#dimension = dimension;
    this.#stride = Math.ceil(dimension / 4) * 16;
    this.#rowsAt = this.#stride + 4 * slotsAtOnce;
    [this.#slots, this.#values, this.#sum] = this.#grow(capacity);
  }

  /** Rows that there is room for. */
  get capacity(): number {
    return this.#capacity;
  }

  /** Makes room for this many rows; those that are there stay. */
  reserve(rows: number): void {
    if (rows > this.#capacity) [this.#slots, this.#values, this.#sum] = this.#grow(rows);
  }

  /** The numbers of a row. */
  row(slot: number): Float32Array {
    const at = slot * (this.#stride / 4);
    return this.#values.subarray(at, at + this.#dimension);
  }

  /**
   * The sum of rows, to the last bit as onnxruntime adds them up; valid until the next one.
   *
   * @param slots numbers of rows; those from `from` to `to`, of which there is one at least, are added up
   */
  sumOf(slots: Int32Array, from: number, to: number): Float32Array {
    for (let next = from; next < to; next += slotsAtOnce) {
      const end = Math.min(to, next + slotsAtOnce);
      this.#slots.set(slots.subarray(next, end));
      this.#program.sum(
        this.#stride,
        end - next,
        this.#rowsAt,
        this.#stride,
        0,
        next === from ? 1 : 0,
      );
    }
    return this.#sum;
  }

  /** A row divided by a number of 32 bits; valid until the next sum or quotient. */
  quotientOf(slot: number, divisor: number): Float32Array {
    this.#program.divide(this.#rowsAt + slot * this.#stride, divisor, this.#stride, 0);
    return this.#sum;
  }

  /** The last sum divided by a number of 32 bits; valid until the next sum or quotient. */
  quotientOfSum(divisor: number): Float32Array {
    this.#program.divide(0, divisor, this.#stride, 0);
    return this.#sum;
  }

  #grow(rows: number): [slots: Int32Array, values: Float32Array, sum: Float32Array] {
    const { memory } = this.#program;
    growTo(memory, this.#rowsAt + rows * this.#stride);
    this.#capacity = rows;
    const { buffer } = memory;
    return [
      new Int32Array(buffer, this.#stride, slotsAtOnce),
      new Float32Array(buffer, this.#rowsAt, (rows * this.#stride) / 4),
      new Float32Array(buffer, 0, this.#dimension),
    ];
  }
}
