import { kernelBase64 } from './kernel-code.js';

/** The part of the standard global that TypeScript's ES library lacks. */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** The WebAssembly program that multiplies rows, with its own memory. */
export interface Kernel {
  readonly memory: { readonly buffer: ArrayBuffer };
  /**
   * Writes the products of `rowsA` rows that begin at byte `a` with `rowsB` rows that begin at `b` to
   * `out`, as 32-bit integers, row-major. Rows are `stride` bytes long; `stride` is a multiple of 16,
   * `rowsA` of 2, `rowsB` of 4.
   */
  tile(a: number, b: number, stride: number, rowsA: number, rowsB: number, out: number): void;
}

interface GrowingKernel extends Kernel {
  readonly memory: Kernel['memory'] & { grow(pages: number): number };
}

const pageBytes = 65536;

let compiled: object | null = null;

/** A kernel with at least this many bytes of memory, set to 0. The program is compiled once. */
export function loadKernel(bytes: number): Kernel {
  compiled ??= new WebAssembly.Module(
    Uint8Array.from(atob(kernelBase64), (character) => character.charCodeAt(0)),
  );
  const kernel = new WebAssembly.Instance(compiled).exports as GrowingKernel;
  const missing = Math.ceil(bytes / pageBytes) - kernel.memory.buffer.byteLength / pageBytes;
  if (missing > 0) kernel.memory.grow(missing);
  return kernel;
}

/** Bytes of a row of `dimension` numbers in a kernel: 16-bit integers, padded to whole registers. */
export function rowBytes(dimension: number): number {
  return Math.ceil(dimension / 8) * 16;
}

/** 1 as a 16-bit integer: 2^14, which keeps the sum of a row's products within 32 bits. */
export const quantisedOne = 16384;
/** Factor that turns a kernel's products into cosines. */
export const productUnit = 1 / (quantisedOne * quantisedOne);

/** Writes the unit row that begins at `start` to `target` at `at`, in the kernel's format. */
export function quantise(
  units: Float32Array,
  start: number,
  dimension: number,
  target: Int16Array,
  at: number,
): void {
  for (let d = 0; d < dimension; d++) target[at + d] = Math.round(units[start + d]! * quantisedOne);
}
