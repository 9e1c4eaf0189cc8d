/**
 * Writes results, whole or not at all.
 *
 * Not write-file-atomic: its version 7 treats a short write as complete, so a disk that fills up
 * leaves a truncated file under the final name, and it would replace /dev/null.
 */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsync,
  open as openFile,
  openSync,
  renameSync,
  unlinkSync,
  write,
  writeSync,
} from 'node:fs';
import { link, lstat, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { OutputPart } from '../domain.js';
import { AppError } from '../errors.js';
import { hashFile } from './hash-file.js';
import { atOnce } from './files/look-ups.js';
import { deferringSignals, tidyBeforeSignal } from './signals.js';
import { systemErrorCode } from './system-error.js';
import { nothingElse, type ProtectedFiles, refuseProtected } from './protected-files.js';

// What takes microseconds is done at once, not by another thread, which costs more where thousands of small files are
// written; what waits for a disk or a reader is not.
const openAside = promisify(openFile);
const syncAside = promisify(fsync);
const writeAside = promisify(write);

/** Temporary files that exist now, removed when the program ends in any way it can notice. */
const unfinished = new Set<string>();
let watching = false;
let forgetSignals: (() => void) | undefined;

function addUnfinished(path: string): void {
  unfinished.add(path);
  forgetSignals ??= tidyBeforeSignal(removeUnfinished);
  if (watching) return;
  watching = true;
  process.on('exit', removeUnfinished);
}

function deleteUnfinished(path: string): void {
  unfinished.delete(path);
  if (unfinished.size > 0) return;
  forgetSignals?.();
  forgetSignals = undefined;
}

function removeUnfinished(): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path);
    } catch {
      // It was renamed or removed in the meantime.
    }
  }
}

/** Temporary files are called `.NAME.XXXXXXXX.tmp`: hidden, and recognised by `--resume`. */
export const temporaryFileName = /^\..+\.[0-9a-f]{12}\.tmp$/;

/** The output that a temporary file belongs to; undefined for any other name. */
export function temporaryOutput(name: string): string | undefined {
  return temporaryFileName.test(name) ? name.slice(1, -'.0123456789ab.tmp'.length) : undefined;
}

/** What an output may replace. */
export interface OutputRules {
  /** Whether an existing file may be replaced. */
  readonly clobber?: boolean;
  /** SHA-256 of files that may be replaced anyway: an earlier result of our own. */
  readonly replaces?: readonly string[];
  /** What must never be replaced. */
  readonly inputs?: ProtectedFiles;
}

/**
 * Writes a file through a temporary one in the same folder, synced and renamed, so that nobody
 * ever sees half of it; keeps the mode of the file it replaces and writes through a link. Anything
 * but a regular file (/dev/stdout, a named pipe) is written to directly. Throws AppError
 * `cannot-create` (73), `no-space` or `io` (74); `exists` and `protected-file` (73) for
 * files that `rules` protect.
 */
export async function writeOutputFile(
  path: string,
  chunks: Iterable<string | Uint8Array>,
  rules?: OutputRules,
): Promise<void> {
  if (rules !== undefined) await checkOutputFile(path, rules);
  const iterator = chunks[Symbol.iterator]();
  // Before creating a file: most of the work may go into the first piece.
  let next = iterator.next();
  const file = await openPending(path, rules);
  try {
    for (; next.done !== true; next = iterator.next()) if (file.add(next.value)) await file.flush();
    await file.finish();
    await file.publish();
  } catch (error) {
    await file.discard();
    throw error;
  }
}

/**
 * Writes an output of one file or several, each as `writeOutputFile` does; an output of no parts is
 * one empty file. None appears before all are on disk: unless a rename fails, either all
 * of them exist or none. Each part is requested once the previous one is written. Returns the
 * paths in the order in which the files were named.
 *
 * @param path the beginning of all names
 * @throws AppError as `writeOutputFile`; whatever `parts` throws
 */
export async function writeOutputFiles(
  path: string,
  parts: AsyncIterable<OutputPart>,
  rules: OutputRules = {},
): Promise<string[]> {
  const files = new Map<string, PendingFile>();
  const fileOf = async (ending: string): Promise<PendingFile> => {
    const known = files.get(ending);
    if (known !== undefined) return known;
    await checkOutputFile(path + ending, rules);
    const file = await openPending(path + ending, rules);
    files.set(ending, file);
    return file;
  };
  try {
    for await (const { file, chunk } of parts) {
      const pending = await fileOf(file);
      if (pending.add(chunk)) await pending.flush();
    }
    if (files.size === 0) await fileOf('');
    for (const file of files.values()) await file.finish();
    await deferringSignals(async () => {
      for (const file of files.values()) await file.publish();
    });
  } catch (error) {
    for (const file of files.values()) await file.discard();
    for (const file of files.values()) await file.takeBack();
    throw error;
  }
  return [...files.keys()].map((ending) => path + ending);
}

/** Tests whether an output of this name can be created, and leaves nothing. Throws as `writeOutputFile`. */
export async function tryOutputFile(path: string): Promise<void> {
  const temporary = temporaryPath(path);
  try {
    await (await open(temporary, 'wx')).close();
    await unlink(temporary);
  } catch (error) {
    throw outputError(path, error);
  }
}

function temporaryPath(target: string): string {
  return join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Writers produce one line at a time; one system call per line is slow. */
const bytesPerWrite = 65536;

async function openPending(path: string, rules?: OutputRules): Promise<PendingFile> {
  try {
    const existing = atOnce.status(path);
    // Opening a pipe waits for its reader.
    if (existing && !existing.isFile() && !existing.isDirectory())
      return new PendingFile(path, await openAside(path, 'w'), undefined, rules);
    const target = (existing && atOnce.realPath(path)) ?? path;
    const temporary = temporaryPath(target);
    addUnfinished(temporary);
    let handle: number;
    try {
      handle = openSync(temporary, 'wx');
    } catch (error) {
      deleteUnfinished(temporary);
      throw error;
    }
    const file = new PendingFile(path, handle, { temporary, target }, rules);
    try {
      if (existing) fchmodSync(handle, Number(existing.mode) & 0o7777);
    } catch (error) {
      await file.discard();
      throw error;
    }
    return file;
  } catch (error) {
    throw outputError(path, error);
  }
}

/** A file being written, invisible until it is published. */
class PendingFile {
  /** The number of the open file. */
  #handle: number | undefined;
  #parts: Uint8Array[] = [];
  #size = 0;
  #isNew = false;

  /** `place` is undefined if the file is written to directly: there is nothing to rename. */
  constructor(
    readonly path: string,
    handle: number,
    readonly place: { readonly temporary: string; readonly target: string } | undefined,
    readonly rules: OutputRules | undefined,
  ) {
    this.#handle = handle;
  }

  /** Adds a piece; true when it is time to flush. */
  add(chunk: string | Uint8Array): boolean {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    this.#parts.push(bytes);
    this.#size += bytes.length;
    return this.#size >= bytesPerWrite;
  }

  /** @param isLast nothing follows, so that no signal has to be noticed before it */
  async flush(isLast = false): Promise<void> {
    const handle = this.#handle;
    if (handle === undefined || this.#size === 0) return;
    const [only = new Uint8Array(), ...others] = this.#parts;
    const bytes = others.length === 0 ? only : Buffer.concat(this.#parts, this.#size);
    this.#parts = [];
    this.#size = 0;
    const isAtHand = isLast && this.place !== undefined;
    await this.#reporting(async () => {
      for (let at = 0; at < bytes.length;)
        at += isAtHand
          ? writeSync(handle, bytes, at)
          : (await writeAside(handle, bytes, at)).bytesWritten;
    });
  }

  /** Writes everything to disk. */
  async finish(): Promise<void> {
    await this.flush(true);
    const handle = this.#handle;
    if (handle === undefined) return;
    await this.#reporting(async () => {
      if (this.place) await syncAside(handle);
      this.#handle = undefined;
      closeSync(handle);
    });
  }

  /** Gives a finished file its name. */
  async publish(): Promise<void> {
    if (this.place === undefined) return;
    const { temporary, target } = this.place;
    // The work took a while: a file may have appeared there.
    if (this.rules !== undefined) await checkOutputFile(this.path, this.rules);
    await this.#reporting(() => this.#rename(temporary, target));
    deleteUnfinished(temporary);
    await syncFolder(dirname(target));
  }

  async #rename(temporary: string, target: string): Promise<void> {
    if (this.rules?.clobber !== false) return renameSync(temporary, target);
    // The existing file is our own: `checkOutputFile` has just checked.
    if (this.rules.replaces !== undefined && (await lstat(target).catch(() => undefined)))
      return rename(temporary, target);
    try {
      // A rename would replace what another program has just put there.
      await link(temporary, target);
    } catch (error) {
      const code = systemErrorCode(error) ?? '';
      if (code === 'EEXIST') throw existsAlready(this.path);
      // Not every file system has hard links.
      if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EINVAL'].includes(code)) throw error;
      await this.#claim(target);
      await rename(temporary, target);
      this.#isNew = true;
      return;
    }
    this.#isNew = true;
    await unlink(temporary);
  }

  /** Reserves the name with an empty file, so that the rename replaces nobody else's. */
  async #claim(target: string): Promise<void> {
    try {
      await (await open(target, 'wx')).close();
    } catch (error) {
      if (systemErrorCode(error) === 'EEXIST') throw existsAlready(this.path);
      throw error;
    }
  }

  /** Removes a newly published file because another part of the same output could not be published. */
  async takeBack(): Promise<void> {
    if (this.#isNew && this.place !== undefined) await unlink(this.place.target).catch(() => {});
  }

  /** Removes all traces of a file that is not published. */
  async discard(): Promise<void> {
    const handle = this.#handle;
    this.#handle = undefined;
    try {
      if (handle !== undefined) closeSync(handle);
    } catch {
      // The first error tells more.
    }
    if (this.place === undefined || !unfinished.has(this.place.temporary)) return;
    await unlink(this.place.temporary).catch(() => {});
    deleteUnfinished(this.place.temporary);
  }

  async #reporting(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw outputError(this.path, error);
    }
  }
}

/** The rename itself survives a power cut only once the folder is synced; not all systems can. */
async function syncFolder(folder: string): Promise<void> {
  let handle: number | undefined;
  try {
    handle = openSync(folder, 'r');
    await syncAside(handle);
  } catch {
    // It was tried.
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/**
 * Fails early, before any work, if a file can't be created where the user wants it: AppError
 * `protected-file`, `exists` or `cannot-create` (73).
 */
export async function checkOutputFile(
  path: string,
  { clobber = true, replaces, inputs = nothingElse }: OutputRules,
): Promise<void> {
  await refuseProtected(path, inputs);
  const existing = atOnce.status(path);
  if (existing?.isDirectory())
    throw new AppError('cannot-create', `${path}: is a folder`, { hint: 'name a file inside it' });
  if (existing && !clobber && !(await isOneOf(path, replaces))) throw existsAlready(path);
  const folder = atOnce.status(dirname(path));
  if (!folder?.isDirectory())
    throw new AppError('cannot-create', `${path}: the folder ${dirname(path)} does not exist`, {
      hint: 'create it first',
    });
}

async function isOneOf(path: string, hashes: readonly string[] | undefined): Promise<boolean> {
  if (hashes === undefined || hashes.length === 0) return false;
  const hash = await hashFile(path);
  return hash !== undefined && hashes.includes(hash);
}

function existsAlready(path: string): AppError {
  return new AppError('exists', `${path}: already exists`, {
    hint: 'leave out --no-clobber to replace it',
  });
}

/** What an error of the operating system means for an output. */
export function outputError(path: string, error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = error instanceof Error ? error.message : String(error);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new AppError('no-space', `${path}: no space left; nothing was written`, {
        cause: error,
      });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
    case 'ENAMETOOLONG':
      return new AppError('cannot-create', `${path}: cannot be created (${reason})`, {
        cause: error,
      });
    default:
      return new AppError('io', `${path}: ${reason}`, { cause: error });
  }
}
