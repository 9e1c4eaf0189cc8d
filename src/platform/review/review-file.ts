/**
 * A review on disk: the file itself, written whole or not at all; beside it a journal of what was
 * done since, and a lock, so that two people never write at the same time.
 *
 *     FILE.paralign           the review as of the last save
 *     FILE.paralign.journal   what was done since; gone after a save
 *     FILE.paralign.lock      who has it open for writing
 *     FILE.paralign.bak       the file before this session's first save
 *     FILE.old-1.paralign     the review before its sources changed and it was updated
 */
import { readdir, realpath, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../errors.js';
import { formatReview } from '../../review/file/format-review.js';
import { findViolation } from '../../review/file/invariants.js';
import { replay } from '../../review/file/journal-format.js';
import { readReview } from '../../review/file/read-review.js';
import type { Review, ReviewContent } from '../../review/model.js';
import { checkHistory } from '../../review/replay/check-history.js';
import { readInputFile } from '../input-files.js';
import { Journal, readJournal, setJournalAside } from './journal.js';
import { isLock, lockHolder, lockLeftover, takeLock, type Lock, type LockHolder } from './lock.js';
import {
  exists,
  holderText,
  LookingStore,
  sha256,
  WritingStore,
  type ReviewStore,
} from './review-store.js';
import { checkOutputFile, temporaryFileName, writeOutputFile } from '../output-files.js';
import { type InputFile, type ProtectedFiles, reviewCompanions } from '../protected-files.js';

/** A review as read from disk, with the actions of the journal. */
export interface LoadedReview {
  readonly review: Review;
  /** Actions that were only in the journal. */
  readonly recovered: number;
  /** What the user should know about the files. */
  readonly notices: readonly string[];
}

interface Loaded extends LoadedReview {
  readonly hash: string;
  readonly journal: Journal;
}

/** Who loads a review: a session that may write, one that only looks, or a command that reads its current content. */
type Purpose = 'write' | 'look' | 'read';

async function load(path: string, purpose: Purpose): Promise<Loaded> {
  const { review: read, hash } = await readSaved(path);
  const { review: saved, left } = withSoundHistory(path, read, purpose);
  const journalPath = `${path}.journal`;
  const { bases, records, bytes: sound, tornAt } = readJournal(journalPath);
  const notices: string[] = [];
  let replayed;
  try {
    replayed = replay(saved, records, bases.includes(hash));
    const violation = findViolation(replayed.review);
    if (violation !== null) throw new RangeError(`${violation.path}: ${violation.problem}`);
    const { bad } = replayed.recovered > 0 ? checkHistory(replayed.review) : { bad: null };
    if (bad !== null) throw new RangeError(`entry ${bad.number} of the history: ${bad.problem}`);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new AppError(
      'bad-journal',
      `${journalPath}: does not match its review: ${error.message}`,
      {
        hint: `move it away to open ${path} without it`,
      },
    );
  }
  const { review, recovered, foreign } = replayed;
  if (foreign) {
    const where = purpose === 'write' ? `; it was kept as ${setJournalAside(journalPath)}` : '';
    notices.push(
      `${journalPath} was written for a different version of the file and was not used${where}`,
    );
  } else if (tornAt !== null) {
    notices.push(`line ${tornAt} of the journal is incomplete and was ignored`);
  }
  if (recovered > 0) {
    const what = recovered === 1 ? '1 action' : `${recovered} actions`;
    notices.unshift(`recovered ${what} that had not been saved`);
  }
  if (left !== null) notices.unshift(left);
  // A journal that adds nothing may continue an older state: start a new one over it.
  const journal = new Journal(journalPath, recovered === 0 ? 0 : sound);
  return { review, recovered, notices, hash, journal };
}

/** The review as last saved; its bytes are forgotten. */
async function readSaved(
  path: string,
): Promise<{ readonly review: Review; readonly hash: string }> {
  const bytes = await readInputFile(path);
  return { review: readReview(path, bytes), hash: sha256([bytes]) };
}

/**
 * The review, if everything that can be undone and redone matches it. A reader gets the part of the
 * history that matches, with a notice about the rest.
 *
 * @throws AppError `bad-review-file`
 */
function withSoundHistory(
  path: string,
  review: Review,
  purpose: Purpose,
): { readonly review: Review; readonly left: string | null } {
  const { bad, usable } = checkHistory(review);
  if (bad === null) return { review, left: null };
  const problem = `entry ${bad.number} of its history ("${bad.label}") does not match its rows: ${bad.problem}`;
  if (purpose === 'read') {
    const count = review.history.entries.length - usable.history.entries.length;
    const what = count === 1 ? '1 entry was' : `${count} entries were`;
    return { review: usable, left: `${path}: ${problem}; ${what} left out of the history` };
  }
  throw new AppError('bad-review-file', `${path}: ${problem}`, {
    hint:
      `"paralign convert '${path}' -o NEW.paralign" writes a new review with all rows and decisions and the part of the history that fits; ` +
      'the version before the last save may still exist under the same name with .bak',
  });
}

/** Reads a review and its journal without changing anything. */
export async function readReviewFile(path: string): Promise<LoadedReview> {
  // The journal belongs to the file, whatever link leads to it.
  return load(await realpath(path).catch(() => path), 'read');
}

/** The files that belong to a review, whatever link leads to it. */
export async function reviewInputs(path: string): Promise<InputFile[]> {
  const own = await realpath(path).catch(() => path);
  return [...reviewCompanions(own), ...(own === path ? [] : reviewCompanions(path))];
}

/**
 * Opens a review for a session; read-only if somebody else has it open or nothing can be written (a
 * read-only folder, a full disk).
 */
export async function openReviewFile(
  given: string,
): Promise<LoadedReview & { readonly store: ReviewStore }> {
  // The file first: a lock beside a missing file would only confuse.
  if (!(await exists(given))) await readInputFile(given);
  // The lock and the journal belong to the file, whatever link leads to it.
  const path = await realpath(given);
  const lock = lockOrReason(`${path}.lock`);
  if (typeof lock === 'string') {
    const loaded = await load(path, 'look');
    const reason = `read only: ${lock}`;
    const store = new LookingStore(path, reason);
    return { ...loaded, notices: [reason, ...loaded.notices], store };
  }
  return openLocked(path, lock);
}

/** Opens a review whose lock is held; releases the lock if it can't be opened. */
async function openLocked(
  path: string,
  lock: Lock,
): Promise<LoadedReview & { readonly store: ReviewStore }> {
  try {
    await removeLeftovers(path);
    const loaded = await load(path, 'write');
    return { ...loaded, store: new WritingStore(path, lock, loaded) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Why others can't write a review: who has it open for writing; null if nobody has. */
export async function whoHasIt(given: string): Promise<string | null> {
  const path = `${await realpath(given).catch(() => given)}.lock`;
  const holder = lockHolder(path);
  return holder === null ? null : heldBy(path, holder);
}

function heldBy(path: string, holder: LockHolder): string {
  return `${holderText(holder)} has this review open (if it is no longer running, remove ${path})`;
}

/** The lock, or why it can't be taken. */
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
    const ending = `${name}.lock.`;
    const locking = entry.startsWith(ending) && lockLeftover.test(entry.slice(ending.length));
    if (saving || locking) await unlink(join(folder, entry)).catch(() => {});
  }
}

/** A place reserved for a new review: nobody else can create or open one there meanwhile. */
export interface ReservedReview {
  /** Writes the review. A journal left by an earlier one is renamed. */
  write(review: ReviewContent): Promise<void>;
  /** Writes the review and opens it for a session. */
  create(review: ReviewContent): Promise<LoadedReview & { readonly store: ReviewStore }>;
  /** Releases the place; a created review keeps it. May be called more than once. */
  release(): void;
}

/**
 * Reserves the place of a new review while it is being made: otherwise, what somebody else does there
 * in the meantime would be lost.
 *
 * @throws AppError `cannot-create` (73) if somebody else has it; `protected-file` (73) for a place
 *   that is one of `inputs`; the methods throw as `writeOutputFile`
 */
export async function reserveReview(
  path: string,
  inputs?: ProtectedFiles,
): Promise<ReservedReview> {
  const rules = { clobber: false, ...(inputs && { inputs }) };
  if (inputs) await refuseReviewOver(path, inputs);
  // The name `openReviewFile` will use, whatever link leads to it.
  const folder = await realpath(dirname(path)).catch(() => dirname(path));
  const place = await realpath(path).catch(() => join(folder, basename(path)));
  const lock = takeLock(`${place}.lock`);
  if (!isLock(lock)) {
    throw new AppError(
      'cannot-create',
      `${path}: ${holderText(lock)} is creating this review or has it open`,
      {
        hint: `wait for it to finish (if it is no longer running, remove ${place}.lock), or name another file`,
      },
    );
  }
  let owner = true;
  const write = async (review: ReviewContent): Promise<void> => {
    await checkOutputFile(path, rules);
    if (await exists(`${place}.journal`)) setJournalAside(`${place}.journal`);
    await writeOutputFile(path, formatReview(review), rules);
  };
  return {
    write,
    async create(review) {
      await write(review);
      owner = false;
      return openLocked(place, lock);
    },
    release() {
      if (owner) lock.release();
    },
  };
}

/** Writes a new review file. Throws as `reserveReview`. */
export async function writeNewReview(
  path: string,
  review: ReviewContent,
  inputs?: ProtectedFiles,
): Promise<void> {
  await checkOutputFile(path, { clobber: false, ...(inputs && { inputs }) });
  const place = await reserveReview(path, inputs);
  try {
    await place.write(review);
  } finally {
    place.release();
  }
}

/** Writes a new review file and opens it. Throws as `reserveReview`. */
export async function createReviewFile(
  path: string,
  review: ReviewContent,
  inputs?: ProtectedFiles,
): Promise<LoadedReview & { readonly store: ReviewStore }> {
  await checkOutputFile(path, { clobber: false, ...(inputs && { inputs }) });
  const place = await reserveReview(path, inputs);
  try {
    return await place.create(review);
  } finally {
    place.release();
  }
}

/**
 * Throws AppError `protected-file` (73) if a review at `path`, or what a session writes beside it,
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
