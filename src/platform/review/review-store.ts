/** Writes a session's review: every step to the journal, the whole file on saving. */
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { constants, copyFile, rm, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { AppError } from '../../errors.js';
import { formatReview } from '../../review/file/format-review.js';
import type { JournalRecord } from '../../review/file/journal-format.js';
import type { Review } from '../../review/model.js';
import { readInputFile } from '../input-files.js';
import { writeOutputFile } from '../output-files.js';
import { systemErrorCode } from '../system-error.js';
import type { Journal } from './journal.js';
import { isLock, takeLock, type Lock, type LockHolder } from './lock.js';

/** Once the journal has this size, the file is saved in the background. */
const compactionSize = 4 * 1024 * 1024;

/** Where a session keeps its review. */
export interface ReviewStore {
  readonly path: string;
  /** Why the review may not be changed; null if it may. */
  readonly readOnly: string | null;
  /** Whether a save is due: the journal has grown long, or the file has changed or disappeared. */
  readonly saveDue: boolean;
  /** Whether the file and its journal on disk contain everything that was done. */
  readonly isKept: boolean;
  /** What the user should know about the last save; null for nothing. */
  readonly remark: string | null;
  /** Records an action permanently; if it can't, throws AppError and records nothing. */
  append(record: JournalRecord): void;
  /** Saves the whole file; actions added meanwhile stay in the journal. */
  save(review: Review): Promise<void>;
  /** Releases the lock. */
  close(): void;
}

/** The digest by which a journal identifies its file. */
export function sha256(pieces: Iterable<Uint8Array | string>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** Who holds a lock, for messages. */
export function holderText({ pid, host }: LockHolder): string {
  return pid > 0 ? `process ${pid} on ${host}` : 'another program';
}

/** Whether a path exists. */
export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/** The store of a review that may not be changed. */
export class LookingStore implements ReviewStore {
  readonly saveDue = false;
  readonly remark = null;
  readonly isKept = true;
  constructor(
    readonly path: string,
    readonly readOnly: string,
  ) {}

  append(): void {
    throw new AppError('read-only', this.readOnly);
  }

  async save(): Promise<void> {
    this.append();
  }

  close(): void {}
}

/** The store of a review whose lock is held. */
export class WritingStore implements ReviewStore {
  readonly readOnly = null;
  readonly path: string;
  #lock: Lock;
  readonly #journal: Journal;
  /** The file as last read or written. */
  #hash: string;
  #stamp: string | null;
  #lastSequence = 0;
  #backedUp = false;
  #saving: Promise<void> = Promise.resolve();
  #remark: string | null = null;

  constructor(
    path: string,
    lock: Lock,
    { journal, hash }: { readonly journal: Journal; readonly hash: string },
  ) {
    this.path = path;
    this.#lock = lock;
    this.#journal = journal;
    this.#hash = hash;
    this.#stamp = stampOf(path);
  }

  get saveDue(): boolean {
    return this.#journal.size > compactionSize || !this.#isAsKnown();
  }

  get remark(): string | null {
    return this.#remark;
  }

  append(record: JournalRecord): void {
    this.#keepLock();
    this.#journal.append(record, this.#hash);
    this.#lastSequence = record.sequence;
  }

  save(review: Review): Promise<void> {
    // One after the other, so that the first save cannot overwrite the second.
    const next = this.#saving.catch(() => {}).then(() => this.#write(review));
    this.#saving = next;
    return next;
  }

  close(): void {
    this.#journal.close();
    this.#lock.release();
  }

  /** If somebody removed the lock or its folder, takes the lock again, unless somebody else has it. */
  #keepLock(): void {
    if (this.#lock.isHeld()) return;
    const folder = dirname(this.path);
    if (!existsSync(folder))
      throw new AppError('cannot-create', `${this.path}: the folder ${folder} no longer exists`, {
        hint: 'put it back, or export to another FILE.paralign: the whole review is still in memory',
      });
    const lock = takeLock(`${this.path}.lock`);
    if (!isLock(lock))
      throw new AppError(
        'read-only',
        `${this.path}: ${holderText(lock)} has opened it in the meantime`,
        {
          hint: 'export to another FILE.paralign: the whole review is still in memory',
        },
      );
    this.#lock.release();
    this.#lock = lock;
  }

  get isKept(): boolean {
    return this.#isAsKnown();
  }

  /** Whether the file is the one last read or written, judged by its metadata. */
  #isAsKnown(): boolean {
    return this.#journal.isThere && this.#stamp !== null && stampOf(this.path) === this.#stamp;
  }

  async #write(review: Review): Promise<void> {
    this.#remark = null;
    this.#keepLock();
    // Formatted once more for writing: the whole text of a long review is several times as large as the review.
    const hash = sha256(formatReview(review));
    const found = this.#isAsKnown() ? this.#hash : await hashOf(this.path);
    if (hash === found && hash === this.#hash && this.#journal.isThere) {
      this.#stamp = stampOf(this.path);
      return;
    }
    if (found === null) this.#remark = `${this.path} had disappeared and was written again`;
    else if (found !== this.#hash) {
      const aside = await copyAside(this.path);
      this.#remark = `another program changed the file; its version is kept as ${basename(aside)}`;
    } else if (!this.#backedUp) {
      // Not into the existing file: it may be a link to another file.
      await rm(`${this.path}.bak`, { force: true });
      await copyFile(this.path, `${this.path}.bak`, constants.COPYFILE_EXCL);
    }
    this.#backedUp = true;
    if (this.#journal.isThere) this.#journal.announce(hash);
    await writeOutputFile(this.path, formatReview(review));
    this.#hash = hash;
    this.#stamp = stampOf(this.path);
    if (this.#lastSequence <= review.sequence) this.#journal.clear();
  }
}

/** Identifies a file and its state: differs for a replaced or changed file; null if there is none. */
function stampOf(path: string): string | null {
  try {
    const { dev, ino, size, mtimeMs } = statSync(path);
    return [dev, ino, size, mtimeMs].join(' ');
  } catch {
    return null;
  }
}

async function hashOf(path: string): Promise<string | null> {
  return (await exists(path)) ? sha256([await readInputFile(path)]) : null;
}

/** Copies a file to an unused name beside it; returns that name. */
async function copyAside(path: string): Promise<string> {
  for (let number = 1; ; number++) {
    const aside = `${path}.aside-${number}`;
    try {
      await copyFile(path, aside, constants.COPYFILE_EXCL);
      return aside;
    } catch (error) {
      if (systemErrorCode(error) !== 'EEXIST') throw error;
    }
  }
}
