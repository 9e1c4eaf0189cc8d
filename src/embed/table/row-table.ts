/** Rows of numbers and the unit vectors of their sums, computed with WebAssembly's vector instructions. */
import { growTo, Layout, webAssemblyProgram, type ProgramMemory } from '../../webassembly.js';
import type { Rows } from '../runtime/embedder-parts.js';
import { programBase64 } from './program-code.js';

/** See `assembly/index.ts`. */
interface Program {
  readonly memory: ProgramMemory;
  freeFrom(): number;
  unpack(
    bytes: number,
    width: number,
    middle: number,
    scale: number,
    row: number,
    stride: number,
  ): void;
  addRows(
    slots: number,
    count: number,
    rows: number,
    stride: number,
    sum: number,
    isFirst: boolean,
  ): void;
  writeUnit(sum: number, dimension: number, least: number, unit: number): number;
  writeUnits(
    slots: number,
    ends: number,
    count: number,
    rows: number,
    stride: number,
    dimension: number,
    least: number,
    sum: number,
    units: number,
    lengths: number,
  ): void;
}

/** Numbers of rows, and texts, that are passed at a time; a multiple of four. */
const slotsAtOnce = 4096;
const textsAtOnce = 64;
/** Bytes that may be written behind the last unit vector. */
const spill = 16;

const newProgram = webAssemblyProgram<Program>(programBase64);

/** Texts as the numbers of their rows: those of text i stand at `offsets[i]` to `offsets[i + 1]`, less `start`. */
export interface SlotLists {
  readonly slots: Int32Array;
  readonly offsets: Int32Array;
  readonly start: number;
}

/** A table that grows. Views of it are valid until it does. */
export class RowTable {
  readonly #dimension: number;
  readonly #program = newProgram();
  /** Bytes of a row: whole registers, the rest of which stays 0, and one more for its length. */
  readonly #stride: number;
  readonly #at: Readonly<
    Record<'sum' | 'slots' | 'ends' | 'lengths' | 'units' | 'codes' | 'rows', number>
  >;
  #capacity = 0;

  /** @param codes bytes that are read and unpacked at a time */
  constructor(dimension: number, capacity: number, codes: number) {
    this.#dimension = dimension;
    this.#stride = (Math.ceil(dimension / 4) + 1) * 16;
    const layout = new Layout(this.#program.freeFrom());
    this.#at = {
      sum: layout.reserve(this.#stride),
      slots: layout.reserve(4 * slotsAtOnce),
      ends: layout.reserve(4 * textsAtOnce),
      lengths: layout.reserve(4 * textsAtOnce),
      units: layout.reserve(4 * textsAtOnce * dimension + spill),
      codes: layout.reserve(codes),
      rows: layout.reserve(0),
    };
    this.reserve(capacity);
  }

  /** Rows that there is room for. */
  get capacity(): number {
    return this.#capacity;
  }

  /** Makes room for this many rows; those that are there stay. */
  reserve(rows: number): void {
    if (rows <= this.#capacity) return;
    growTo(this.#program.memory, this.#at.rows + rows * this.#stride);
    this.#capacity = rows;
  }

  /** The numbers of a row. */
  row(slot: number): Float32Array {
    return new Float32Array(this.#program.memory.buffer, this.#rowAt(slot), this.#dimension);
  }

  /** The place for codes that are to be unpacked. */
  codes(bytes: number): Uint8Array {
    return new Uint8Array(this.#program.memory.buffer, this.#at.codes, bytes);
  }

  /** Unpacks the codes from byte `from` on, two a byte: each is worth (code - middle) * scale. */
  unpack(from: number, middle: number, scale: number, slot: number): void {
    this.#program.unpack(
      this.#at.codes + from,
      this.#dimension / 2,
      middle,
      scale,
      this.#rowAt(slot),
      this.#stride,
    );
  }

  /**
   * Writes the unit vectors of the sums of texts, `from` to `to`, and their lengths to rows `first`, `first + 1` ...,
   * to the last bit as onnxruntime computes them; zeros for a text without any.
   *
   * @param least what a vector is divided by at least
   */
  writeUnits(
    lists: SlotLists,
    from: number,
    to: number,
    least: number,
    rows: Rows,
    first: number,
  ): void {
    for (let text = from; text < to;) {
      const end = this.#fits(lists, text, to);
      const place = first + text - from;
      if (end > text) this.#writeSome(lists, text, end, least, rows, place);
      else this.#writeLong(lists, text, least, rows, place);
      text = Math.max(end, text + 1);
    }
  }

  /** How many texts can be passed at a time: one past the last. */
  #fits({ offsets }: SlotLists, from: number, to: number): number {
    const most = Math.min(to, from + textsAtOnce);
    let end = from;
    while (end < most && offsets[end + 1]! - offsets[from]! <= slotsAtOnce) end += 1;
    return end;
  }

  #writeSome(
    { slots, offsets, start }: SlotLists,
    from: number,
    to: number,
    least: number,
    rows: Rows,
    place: number,
  ): void {
    const at = this.#at;
    const { buffer } = this.#program.memory;
    const count = to - from;
    const begin = offsets[from]!;
    new Int32Array(buffer, at.slots).set(slots.subarray(begin - start, offsets[to]! - start));
    const ends = new Int32Array(buffer, at.ends, count);
    for (let i = 0; i < count; i += 1) ends[i] = offsets[from + i + 1]! - begin;
    this.#program.writeUnits(
      at.slots,
      at.ends,
      count,
      at.rows,
      this.#stride,
      this.#dimension,
      least,
      at.sum,
      at.units,
      at.lengths,
    );
    const dimension = this.#dimension;
    rows.units.set(new Float32Array(buffer, at.units, count * dimension), place * dimension);
    rows.norms.set(new Float32Array(buffer, at.lengths, count), place);
  }

  /** A text whose slots must be passed in several parts. */
  #writeLong(
    { slots, offsets, start }: SlotLists,
    text: number,
    least: number,
    rows: Rows,
    place: number,
  ): void {
    const at = this.#at;
    const { buffer } = this.#program.memory;
    const own = new Int32Array(buffer, at.slots, slotsAtOnce);
    const begin = offsets[text]! - start;
    const end = offsets[text + 1]! - start;
    for (let next = begin; next < end; next += slotsAtOnce) {
      const stop = Math.min(end, next + slotsAtOnce);
      own.set(slots.subarray(next, stop));
      this.#program.addRows(at.slots, stop - next, at.rows, this.#stride, at.sum, next === begin);
    }
    const dimension = this.#dimension;
    rows.norms[place] = this.#program.writeUnit(at.sum, dimension, least, at.units);
    rows.units.set(new Float32Array(buffer, at.units, dimension), place * dimension);
  }

  #rowAt(slot: number): number {
    return this.#at.rows + slot * this.#stride;
  }
}
