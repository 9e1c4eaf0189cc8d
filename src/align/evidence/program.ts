import type { Pieces } from '../../domain.js';
import type { Lattice } from '../search/lattice.js';
import type { Side } from '../search/side.js';
import { ProgramPool, webAssemblyProgram, type PooledProgram } from '../../webassembly.js';
import type { Mentions } from './channel.js';
import { programBase64 } from './program-code.js';

/** See `assembly`. Arguments that are not numbers of something are addresses. */
interface Exports extends PooledProgram {
  begin(): void;
  reserve(bytes: number): number;
  lookAround(
    lattice: number,
    posteriors: number,
    columns: number,
    count: number,
    otherCount: number,
    nearby: number,
  ): void;
  cutClauses(pieces: number, sure: number, marks: number, cuts: number, offsets: number): void;
  listUnknown(text: number, table: number, list: number): number;
  /** Only counts where `list` is 0. */
  listPairs(text: number, list: number): number;
  readSigns(text: number, classes: number, pairs: number, signs: number): void;
  /** Only counts where `list` is 0. */
  listSpecialWords(text: number, codes: number, list: number): number;
  findLookalikes(
    a: number,
    b: number,
    codes: number,
    specialA: number,
    specialB: number,
    inA: number,
    inB: number,
  ): number;
  readTokens(pieces: number, spaced: number, pairs: number, tokens: number): void;
  chooseWords(a: number, b: number, stride: number): number;
  quantise(from: number, to: number, count: number): void;
  compareWords(a: number, b: number, stride: number, unit: number, scale: number): void;
  keepKeys(a: number, b: number, keepLone: number, totals: number): number;
  learnLexicon(a: number, b: number, lattice: number, posteriors: number, weights: number): number;
}

const pool = new ProgramPool(webAssemblyProgram<Exports>(programBase64), { isEven: true });

/** Calls `use` with a program that nothing else uses meanwhile. */
export function withProgram<Result>(use: (program: EvidenceProgram) => Result): Result {
  // The program itself clears what it reserves.
  const exports = pool.take(0);
  exports.begin();
  const result = use(new EvidenceProgram(exports));
  pool.release(exports);
  return result;
}

/** The program with what it has in its memory. */
export class EvidenceProgram {
  readonly call: Exports;

  constructor(exports: Exports) {
    this.call = exports;
  }

  /** Makes room for so many bytes, which are 0. */
  reserve(bytes: number): number {
    return this.call.reserve(bytes);
  }

  putIntegers(values: Int32Array): number {
    const at = this.reserve(values.byteLength);
    this.integersAt(at, values.length).set(values);
    return at;
  }

  putFloats(values: Float64Array): number {
    const at = this.reserve(values.byteLength);
    this.floatsAt(at, values.length).set(values);
    return at;
  }

  putSingles(values: Float32Array): number {
    const at = this.reserve(values.byteLength);
    this.singlesAt(at, values.length).set(values);
    return at;
  }

  putBytes(values: Uint8Array): number {
    const at = this.reserve(values.byteLength);
    this.bytesAt(at, values.length).set(values);
    return at;
  }

  putPieces({ count, positions }: Side, { offsets, ids, texts }: Pieces): number {
    const lists = [positions, offsets, ids].map((list) => this.putIntegers(list));
    return this.putIntegers(Int32Array.from([count, ...lists, texts.length]));
  }

  /** Makes room for at most `most` mentions. */
  reserveMentions(most: number, sentences: number): number {
    const fields = [this.reserve(4 * most), this.reserve(4 * (sentences + 1)), sentences, 0];
    return this.putIntegers(Int32Array.from(fields));
  }

  /** Copies mentions of items, numbered below `items`; calls may replace them. */
  putMentions({ ids, offsets }: Mentions, items: number): number {
    const fields = [this.putIntegers(ids), this.putIntegers(offsets), offsets.length - 1, items];
    return this.putIntegers(Int32Array.from(fields));
  }

  /** What has become of mentions. */
  mentionsAt(at: number): Mentions {
    const [ids, offsets, sentences] = this.integersAt(at, 3);
    const offsetsNow = this.integersAt(offsets!, sentences! + 1).slice();
    return { ids: this.integersAt(ids!, offsetsNow[sentences!]!).slice(), offsets: offsetsNow };
  }

  putLattice({ edges, from, to, rows, columns }: Lattice): number {
    const lists = [from, to, rows, columns].map((list) => this.putIntegers(list));
    return this.putIntegers(Int32Array.from([edges, ...lists]));
  }

  /** Valid until memory is reserved. */
  integersAt(at: number, count: number): Int32Array {
    return new Int32Array(this.call.memory.buffer, at, count);
  }

  /** Valid until memory is reserved. */
  floatsAt(at: number, count: number): Float64Array {
    return new Float64Array(this.call.memory.buffer, at, count);
  }

  /** Valid until memory is reserved. */
  singlesAt(at: number, count: number): Float32Array {
    return new Float32Array(this.call.memory.buffer, at, count);
  }

  /** Valid until memory is reserved. */
  bytesAt(at: number, count: number): Uint8Array {
    return new Uint8Array(this.call.memory.buffer, at, count);
  }

  /** Valid until memory is reserved. */
  shortsAt(at: number, count: number): Uint16Array {
    return new Uint16Array(this.call.memory.buffer, at, count);
  }
}
