/** The journal on disk: `append` returns only once the record is on disk. */
import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../errors.js';
import {
  formatBase,
  formatRecord,
  parseJournal,
  type JournalRecord,
  type JournalText,
} from '../../review/file/journal-format.js';
import { readRegularSync } from '../read-bounded.js';
import { systemErrorCode } from '../system-error.js';

/** A text of more bytes may be too long for a string. */
const largestText = 0x1fffffe8;

/** The content of a journal file; empty if there is none. */
export function readJournal(path: string): JournalText & { readonly bytes: number } {
  let text = '';
  try {
    text = readRegularSync(path, largestText).toString('utf8');
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT')
      throw journalError(path, error, 'move it away to open the review without it');
  }
  const parsed = parseJournal(text);
  return { ...parsed, bytes: Buffer.byteLength(text.slice(0, parsed.sound)) };
}

/** Renames a journal that belongs to no known state; returns its new name. */
export function setJournalAside(path: string): string {
  for (let number = 1; ; number++) {
    const aside = `${path}.aside-${number}`;
    try {
      closeSync(openSync(aside, 'wx'));
      renameSync(path, aside);
      return aside;
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw journalError(path, error);
    }
  }
}

/** A journal open for writing. Synchronous throughout: a record is acknowledged once it is on disk. */
export class Journal {
  readonly #path: string;
  #bytes: number;
  #file: number | null = null;

  /** `bytes`: how much of the file on disk is valid; the rest is cut off before the first append. */
  constructor(path: string, bytes: number) {
    this.#path = path;
    this.#bytes = bytes;
  }

  /** Size on disk. */
  get size(): number {
    return this.#bytes;
  }

  /** Whether the journal is still where the next program looks for it: an open file can be removed. */
  get isThere(): boolean {
    if (this.#file === null) return true;
    try {
      const [open, named] = [fstatSync(this.#file), statSync(this.#path)];
      return open.ino === named.ino && open.dev === named.dev;
    } catch {
      return false;
    }
  }

  /** Adds a record; the first one of a new journal names the state of the file that it continues. */
  append(record: JournalRecord, base: string): void {
    this.#write((this.#bytes === 0 ? formatBase(base) : '') + formatRecord(record));
  }

  /** Records that the file is about to become the state `base`. */
  announce(base: string): void {
    if (this.#bytes > 0) this.#write(formatBase(base));
  }

  /** Removes the journal: the file now contains everything. */
  clear(): void {
    this.close();
    try {
      unlinkSync(this.#path);
    } catch (error) {
      if (systemErrorCode(error) !== 'ENOENT') throw journalError(this.#path, error);
    }
    this.#bytes = 0;
  }

  /** Closes the file and keeps its content. */
  close(): void {
    if (this.#file !== null) closeSync(this.#file);
    this.#file = null;
  }

  #write(text: string): void {
    const data = Buffer.from(text);
    if (!this.isThere)
      throw new AppError('journal', `${this.#path}: was removed or replaced`, {
        hint: 'save the review to continue: it still holds everything',
      });
    try {
      const file = this.#open();
      for (let done = 0; done < data.length;) {
        done += writeSync(file, data, done, data.length - done, this.#bytes + done);
      }
      fdatasyncSync(file);
      this.#bytes += data.length;
    } catch (error) {
      this.#dropTail();
      throw journalError(this.#path, error);
    }
  }

  #open(): number {
    if (this.#file !== null) return this.#file;
    // Not 'a': writing at a chosen position overwrites an incomplete last record.
    // A new journal must be a new file: an existing one may be a link to another file.
    if (this.#bytes === 0) rmSync(this.#path, { force: true });
    this.#file = openSync(this.#path, this.#bytes === 0 ? 'wx' : 'r+');
    ftruncateSync(this.#file, this.#bytes);
    syncFolder(dirname(this.#path));
    return this.#file;
  }

  /** Cuts off half a record that a failed write may have left, so that the next one does not follow it. */
  #dropTail(): void {
    try {
      if (this.#file !== null) ftruncateSync(this.#file, this.#bytes);
    } catch {
      // Its checksum stops a reader there.
    }
  }
}

function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Not every system can sync a folder.
  }
}

function journalError(
  path: string,
  error: unknown,
  hint = 'free some space or move the review to a folder that you can write to',
): AppError {
  const reason = error instanceof Error ? error.message : String(error);
  return new AppError('journal', `${path}: ${reason}`, {
    hint,
    cause: error,
  });
}
