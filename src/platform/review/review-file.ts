/**
 * A review on disk: the file itself, written whole or not at all, a journal beside it that holds
 * what was done since, and a lock, so that two people never write at a time.
 *
 *     FILE.paralign           the review as of the last save
 *     FILE.paralign.journal   what was done since; gone after a save
 *     FILE.paralign.lock      who has it open for writing
 *     FILE.paralign.bak       the file before this session's first save
 *     FILE.old-1.paralign     the review before its sources changed and it was updated
 */
import { createHash } from 'node:crypto';
import { constants, copyFile, readdir, realpath, rm, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../errors.js';
import { formatReview, parseReview } from '../../review/file/file-format.js';
import { findViolation } from '../../review/file/invariants.js';
import { replay, type JournalRecord } from '../../review/file/journal-format.js';
import type { Review } from '../../review/model.js';
import { readInputFile } from '../input-files.js';
import { Journal, readJournal, setJournalAside } from './journal.js';
import { isLock, lockHolder, takeLock, type Lock, type LockHolder } from './lock.js';
import { checkOutputFile, temporaryFileName, writeOutputFile } from '../output-files.js';
import { type InputFile, type ProtectedFiles, reviewCompanions } from '../protected-files.js';

/** From this size of the journal on, the file is saved in the background. */
const compactionSize = 4 * 1024 * 1024;

/** A review as it was on disk, with what the journal added. */
export interface LoadedReview {
  readonly review: Review;
  /** Actions that only the journal held. */
  readonly recovered: number;
  /** What the person should know about the files. */
  readonly notices: readonly string[];
}

/** Where a session keeps its review. */
export interface ReviewStore {
  readonly path: string;
  /** Why nothing may be changed; null when it may. */
  readonly readOnly: string | null;
  /** Whether the journal has grown so long that a save is due. */
  readonly compactionDue: boolean;
  /** Writes an action down for good; throws AppError when it could not, and then nothing was written. */
  append(record: JournalRecord): void;
  /** Saves the whole file; actions appended meanwhile stay in the journal. */
  save(review: Review): Promise<void>;
  /** Gives the lock back. */
  close(): void;
}

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest('hex');

interface Loaded extends LoadedReview {
  readonly hash: string;
  readonly journal: Journal;
}

async function load(path: string, mayWrite: boolean): Promise<Loaded> {
  const bytes = await readInputFile(path);
  const hash = sha256(bytes);
  const saved = parseReview(path, decode(path, bytes));
  const journalPath = `${path}.journal`;
  const { bases, records, bytes: sound, tornAt } = readJournal(journalPath);
  const notices: string[] = [];
  let replayed;
  try {
    replayed = replay(saved, records, bases.includes(hash));
    const violation = findViolation(replayed.review);
    if (violation !== null) throw new RangeError(`${violation.path}: ${violation.problem}`);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError('bad-journal', `${journalPath}: does not fit its file: ${error.message}`, {
      hint: `move it away to open ${path} without it`,
    });
  }
  const { review, recovered, foreign } = replayed;
  if (foreign) {
    const where = mayWrite ? `; it was kept as ${setJournalAside(journalPath)}` : '';
    notices.push(`${journalPath} belongs to another state of the file and was not used${where}`);
  } else if (tornAt !== null) {
    notices.push(`line ${tornAt} of the journal was not written to its end and was left out`);
  }
  if (recovered > 0) {
    const what = recovered === 1 ? '1 action' : `${recovered} actions`;
    notices.unshift(`recovered ${what} that had not been saved`);
  }
  // A journal that adds nothing may go on from an older state: begin a new one over it.
  const journal = new Journal(journalPath, recovered === 0 ? 0 : sound);
  return { review, recovered, notices, hash, journal };
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new AppError('bad-review-file', `${path}: is not a review file: it is not UTF-8`, {
      cause,
    });
  }
}

/** Reads a review with what its journal holds, touching nothing. */
export async function readReviewFile(path: string): Promise<LoadedReview> {
  // The journal is the file's own, whatever link people come by.
  return load(await realpath(path).catch(() => path), false);
}

/** The files that belong to a review, by whatever link it is reached. */
export async function reviewInputs(path: string): Promise<InputFile[]> {
  const own = await realpath(path).catch(() => path);
  return [...reviewCompanions(own), ...(own === path ? [] : reviewCompanions(path))];
}

/** Whether there is something at a path. */
export async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

/**
 * Opens a review for a session; for looking only when somebody else has it open, and where nothing
 * can be written (a read-only folder, a full disk).
 */
export async function openReviewFile(
  given: string,
): Promise<LoadedReview & { readonly store: ReviewStore }> {
  // The file first: a lock beside a file that isn't there would only confuse.
  if (!(await exists(given))) await readInputFile(given);
  // Whatever link people come by, the lock and the journal are the file's own.
  const path = await realpath(given);
  const lock = lockOrReason(`${path}.lock`);
  if (typeof lock === 'string') {
    const loaded = await load(path, false);
    const reason = `read only: ${lock}`;
    const store = new LookingStore(path, reason);
    return { ...loaded, notices: [reason, ...loaded.notices], store };
  }
  try {
    await removeLeftovers(path);
    const loaded = await load(path, true);
    return { ...loaded, store: new WritingStore(path, lock, loaded.journal, loaded.hash) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Why somebody who has a review open for writing keeps others from it; null where nobody has. */
export async function whoHasIt(given: string): Promise<string | null> {
  const path = `${await realpath(given).catch(() => given)}.lock`;
  const holder = lockHolder(path);
  return holder === null ? null : heldBy(path, holder);
}

function heldBy(path: string, { pid, host }: LockHolder): string {
  return `process ${pid} on ${host} has this review open (remove ${path} if that is not so)`;
}

/** The lock, or why it can't be had. */
function lockOrReason(path: string): Lock | string {
  try {
    const lock = takeLock(path);
    if (isLock(lock)) return lock;
    return heldBy(path, lock);
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

/** What a program that was killed while saving left behind; nobody else writes while we hold the lock. */
async function removeLeftovers(path: string): Promise<void> {
  const folder = dirname(path);
  const name = basename(path);
  for (const entry of await readdir(folder)) {
    const saving = temporaryFileName.test(entry) && entry.slice(1, -17) === name;
    const locking = entry.startsWith(`${name}.lock.`) && /\.lock\.[0-9a-f]{12}$/.test(entry);
    if (saving || locking) await unlink(join(folder, entry)).catch(() => {});
  }
}

/**
 * Writes a new review file. A journal that lies there from an earlier one is put aside.
 *
 * @throws AppError `protected-file` (73) for a review that is there or a place that is one of
 *   `inputs`; as `writeOutputFile`
 */
export async function writeNewReview(
  path: string,
  review: Review,
  inputs?: ProtectedFiles,
): Promise<void> {
  const rules = { clobber: false, ...(inputs && { inputs }) };
  await checkOutputFile(path, rules);
  if (inputs) await refuseReviewOver(path, inputs);
  if (await exists(`${path}.journal`)) setJournalAside(`${path}.journal`);
  await writeOutputFile(path, [formatReview(review)], rules);
}

/** Writes a new review file and opens it. Errors as `writeNewReview`. */
export async function createReviewFile(
  path: string,
  review: Review,
  inputs?: ProtectedFiles,
): Promise<LoadedReview & { readonly store: ReviewStore }> {
  await writeNewReview(path, review, inputs);
  return openReviewFile(path);
}

/**
 * Throws AppError `protected-file` (73) where a review at `path`, or what a session writes beside it,
 * would replace one of `inputs`.
 */
export async function refuseReviewOver(path: string, inputs: ProtectedFiles): Promise<void> {
  for (const companion of reviewCompanions(path)) {
    const input = await inputs.inputAt(companion.path);
    if (input !== undefined)
      throw new AppError(
        'protected-file',
        `${companion.path}: is ${input}, which the review would overwrite`,
        { hint: 'name another review file with -o' },
      );
  }
}

class LookingStore implements ReviewStore {
  readonly compactionDue = false;
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

class WritingStore implements ReviewStore {
  readonly readOnly = null;
  private lastSequence = 0;
  private backedUp = false;
  private saving: Promise<void> = Promise.resolve();

  constructor(
    readonly path: string,
    private readonly lock: Lock,
    private readonly journal: Journal,
    private hash: string,
  ) {}

  get compactionDue(): boolean {
    return this.journal.size > compactionSize;
  }

  append(record: JournalRecord): void {
    this.journal.append(record, this.hash);
    this.lastSequence = record.sequence;
  }

  save(review: Review): Promise<void> {
    // One after the other: the second must not be overtaken by the first.
    const next = this.saving.catch(() => {}).then(() => this.write(review));
    this.saving = next;
    return next;
  }

  close(): void {
    this.journal.close();
    this.lock.release();
  }

  private async write(review: Review): Promise<void> {
    const text = formatReview(review);
    const hash = sha256(text);
    if (hash === this.hash) return;
    if (!this.backedUp) {
      // Not into what is there: it may be a link to a file of another name.
      await rm(`${this.path}.bak`, { force: true });
      await copyFile(this.path, `${this.path}.bak`, constants.COPYFILE_EXCL);
    }
    this.backedUp = true;
    this.journal.announce(hash);
    await writeOutputFile(this.path, [text]);
    this.hash = hash;
    if (this.lastSequence <= review.sequence) this.journal.clear();
  }
}
