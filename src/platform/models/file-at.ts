/** A file that is read where it is needed: its pages stay in the system's cache, which all processes share. */
import { closeSync, fstatSync, readSync } from 'node:fs';
import { AppError } from '../../errors.js';
import { openRegularSync } from '../read-bounded.js';
import { systemErrorCode } from '../system-error.js';

/** Reading slower than this comes from a disk, which is faster in one go. In ms per read. */
const slowRead = 1;
/** Reads after which that is judged. */
const readsToJudge = 32;
const pieceLength = 2 ** 20;

/** An open file. */
export class FileAt {
  readonly #path: string;
  readonly #file: number;
  readonly size: number;
  #reads = 0;
  #elapsed = 0;
  #isWarm = false;
  #isOpen = true;

  /** @throws AppError `model-unreadable` (exit 69) */
  constructor(path: string) {
    this.#path = path;
    try {
      this.#file = openRegularSync(path);
    } catch (error) {
      throw this.#unreadable(error);
    }
    this.size = fstatSync(this.#file).size;
  }

  /**
   * Fills `into` with the bytes that begin at `at`.
   * @throws AppError `model-unreadable` (exit 69), also if the file ends before
   */
  read(into: Uint8Array, at: number): void {
    if (!this.#isOpen) throw new Error('read after close');
    const start = performance.now();
    this.#readAll(into, at);
    if (this.#isWarm) return;
    this.#reads += 1;
    this.#elapsed += performance.now() - start;
    if (this.#reads < readsToJudge) return;
    this.#isWarm = true;
    if (this.#elapsed > slowRead * readsToJudge) this.#readThrough();
  }

  /** May be called again; nothing can be read afterwards. */
  close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }

  #readAll(into: Uint8Array, at: number): void {
    for (let done = 0; done < into.length;) {
      const count = this.#readSome(into, done, at + done);
      if (count === 0) throw this.#unreadable(new Error('it is shorter than its beginning says'));
      done += count;
    }
  }

  #readSome(into: Uint8Array, offset: number, at: number): number {
    try {
      return readSync(this.#file, into, offset, into.length - offset, at);
    } catch (error) {
      throw this.#unreadable(error);
    }
  }

  /** Brings the whole file into the system's cache. */
  #readThrough(): void {
    const piece = new Uint8Array(pieceLength);
    for (let at = 0; at < this.size; at += pieceLength) this.#readSome(piece, 0, at);
  }

  #unreadable(error: unknown): AppError {
    const why = error instanceof Error ? error.message : String(error);
    return new AppError(
      'model-unreadable',
      `cannot read ${this.#path} (${systemErrorCode(error) ?? why})`,
      { hint: 'check that the file can be read and is whole', cause: error },
    );
  }
}
