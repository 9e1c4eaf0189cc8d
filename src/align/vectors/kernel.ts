import { growTo, ProgramPool, webAssemblyProgram, type PooledProgram } from '../../webassembly.js';
import { programBase64 } from './program-code.js';

/** The WebAssembly program that multiplies rows, with its own memory: see `assembly/index.ts`. */
export interface Kernel extends PooledProgram {
  /**
   * Writes the products of `rowsA` rows that begin at byte `a` with `rowsB` rows that begin at `b` to
   * `out`, as 32-bit integers, row-major. Rows are `stride` bytes long; `stride` is a multiple of 16,
   * `rowsA` of 2, `rowsB` of 4.
   */
  tile(a: number, b: number, stride: number, rowsA: number, rowsB: number, out: number): void;
  /** The same for rows wherever they lie: at `a` and `b` are lists of their addresses. */
  gather(a: number, b: number, stride: number, rowsA: number, rowsB: number, out: number): void;
  /**
   * Writes `factor` times `count` 32-bit floats that begin at byte `from` to `to` as 16-bit integers,
   * halves rounded up. `count` is a multiple of 8.
   */
  quantise(from: number, factor: number, to: number, count: number): void;
  /** Dot product of `count` 32-bit floats at bytes `x` and `y`, as `dot` computes it. `count` is a multiple of 4. */
  dot(x: number, y: number, count: number): number;
  // The rest are stages of the search for a way: see the files named as in `assembly`.
  makeLevel(
    sums: number,
    count: number,
    width: number,
    to: number,
    mean: number,
    above: number,
  ): void;
  addSentences(side: number, first: number, count: number): void;
  multiplyVector(
    vector: number,
    rows: number,
    stride: number,
    count: number,
    length: number,
    to: number,
  ): void;
  scaleCentred(to: number, count: number, square: number): void;
  sample(pair: number, samples: number, to: number): void;
  heaviestChain(
    pair: number,
    sweep: number,
    floor: number,
    trusted: boolean,
    least: number,
  ): number;
  surround(
    corridor: number,
    cellRows: number,
    cellColumns: number,
    count: number,
    largest: number,
  ): void;
  inverseSpans(
    rows: number,
    stride: number,
    count: number,
    norms: number,
    within: number,
    inverse: number,
    out: number,
  ): void;
  addUpBand(band: number, from: number, to: number): void;
  compareClauses(lists: number, from: number, to: number, scale: number): void;
}

const pool = new ProgramPool(webAssemblyProgram<Kernel>(programBase64), { isEven: true });

/** A kernel with at least this many bytes of memory, which are 0. The program is compiled once. */
export function loadKernel(bytes: number): Kernel {
  const kernel = pool.take(bytes);
  growTo(kernel.memory, bytes);
  return kernel;
}

/** Gives a kernel back, to be used again by anyone: the caller must hold no view of its memory. */
export function releaseKernel(kernel: Kernel): void {
  pool.release(kernel);
}

/** Bytes of a row of `dimension` numbers in a kernel: 16-bit integers, padded to whole registers. */
export function rowBytes(dimension: number): number {
  return Math.ceil(dimension / 8) * 16;
}

/** Bytes of a row of 32-bit floats in a kernel, padded like the integers that it is turned into. */
export function floatRowBytes(dimension: number): number {
  return 2 * rowBytes(dimension);
}

/** 1 as a 16-bit integer: 2^14, which keeps the sum of a row's products within 32 bits. */
export const quantisedOne = 16384;
/** Factor that turns a kernel's products into cosines. */
export const productUnit = 1 / (quantisedOne * quantisedOne);

/** Added before digits are cut off and taken away afterwards: rounds halves up, faster than Math.round. */
const above = 2 * quantisedOne;

/** Writes the unit row that begins at `start` to `target` at `at`, in the kernel's format. */
export function quantise(
  units: Float32Array,
  start: number,
  dimension: number,
  target: Int16Array,
  at: number,
): void {
  for (let d = 0; d < dimension; d++) {
    target[at + d] = ((units[start + d]! * quantisedOne + (above + 0.5)) | 0) - above;
  }
}

/** Unit rows: row i begins at `starts[i]` of `units`. */
export interface UnitRows {
  readonly units: Float32Array;
  readonly starts: Int32Array;
}

/** Rows that are copied to a kernel at a time. */
const rowsAtOnce = 64;

/** Bytes that `quantiseRows` needs beside the rows that it writes. */
export function roomToQuantise(rows: number, dimension: number): number {
  return Math.min(rows, rowsAtOnce) * floatRowBytes(dimension);
}

/**
 * Writes unit rows one after the other to byte `to` of a kernel, in its format.
 *
 * @param roomAt where the kernel has room for `roomToQuantise`, all 0
 */
export function quantiseRows(
  kernel: Kernel,
  rows: UnitRows,
  dimension: number,
  to: number,
  roomAt: number,
): void {
  const width = rowBytes(dimension) / 2;
  const room = new Float32Array(kernel.memory.buffer, roomAt);
  for (let from = 0; from < rows.starts.length; from += rowsAtOnce) {
    const end = Math.min(rows.starts.length, from + rowsAtOnce);
    copyRows(rows, from, end, dimension, room);
    const at = to + from * rowBytes(dimension);
    kernel.quantise(roomAt, quantisedOne, at, (end - from) * width);
  }
}

/** Copies the unit rows from..to-1 to the beginning of `target`, as rows of floats of a kernel. */
export function copyRows(
  { units, starts }: UnitRows,
  from: number,
  to: number,
  dimension: number,
  target: Float32Array,
): void {
  const width = floatRowBytes(dimension) / Float32Array.BYTES_PER_ELEMENT;
  for (let row = from, next = from; row < to; row = next) {
    next++;
    // Rows that follow each other at once: a view of each would cost more than its copy.
    while (width === dimension && next < to && starts[next] === starts[next - 1]! + dimension) {
      next++;
    }
    const own = units.subarray(starts[row], starts[next - 1]! + dimension);
    target.set(own, (row - from) * width);
  }
}
