/**
 * What no output may replace: the inputs of the command that writes it, whatever name leads to
 * them, and reviews, which contain somebody's decisions.
 */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../errors.js';
import { aside, atOnce, type LookUps } from './files/look-ups.js';

/** A file that a command reads, or would read if it existed. */
export interface InputFile {
  /** Absolute path, or the number of an open file: 0 is standard input. */
  readonly path: string | number;
  /** As messages call it: `the source a.txt`. */
  readonly what: string;
}

/** The files of a review; only the first must exist. */
export function reviewCompanions(path: string, shown: string = path): InputFile[] {
  return [
    { path, what: `the review ${shown}` },
    { path: `${path}.journal`, what: `the journal of the review ${shown}` },
    { path: `${path}.lock`, what: `the lock of the review ${shown}` },
    { path: `${path}.bak`, what: `the backup of the review ${shown}` },
  ];
}

/** How many files are looked up at once: a batch may have a hundred thousand. */
const filesAtATime = 64;

/** So few files are looked up at once, as those of one job. */
const few = 16;

/** The inputs of a command by their identity in the file system, so that each check is one look-up. */
export class ProtectedFiles {
  readonly #byIdentity = new Map<string, string>();
  readonly #byPlace = new Map<string, string>();

  /** Looks up the current identity of `files`. */
  static async of(files: readonly InputFile[]): Promise<ProtectedFiles> {
    const found = new ProtectedFiles();
    const lookUps = files.length <= few ? atOnce : aside;
    for (let from = 0; from < files.length; from += filesAtATime)
      await Promise.all(
        files.slice(from, from + filesAtATime).map((file) => found.#add(file, lookUps)),
      );
    return found;
  }

  async #add({ path, what }: InputFile, lookUps: LookUps): Promise<void> {
    const identity = await identityOf(path, lookUps);
    if (identity !== undefined && !this.#byIdentity.has(identity))
      this.#byIdentity.set(identity, what);
    if (typeof path === 'number') return;
    // A pipe or a terminal cannot be lost.
    if (identity === undefined && (await lookUps.status(path))) return;
    const place = identity === undefined ? await placeOf(path, lookUps) : path;
    if (!this.#byPlace.has(place)) this.#byPlace.set(place, what);
  }

  /** The first of many outputs that would replace an input. */
  async firstInputAt(
    paths: readonly string[],
  ): Promise<{ readonly path: string; readonly input: string } | undefined> {
    for (let from = 0; from < paths.length; from += filesAtATime) {
      const some = paths.slice(from, from + filesAtATime);
      const found = await Promise.all(
        some.map(async (path) => ({ path, input: await this.inputAt(path, aside) })),
      );
      for (const { path, input } of found) if (input !== undefined) return { path, input };
    }
    return undefined;
  }

  /** The input that an output at `path` (or an open file) would replace; undefined if there is none. */
  async inputAt(path: string | number, lookUps: LookUps = atOnce): Promise<string | undefined> {
    const identity = await identityOf(path, lookUps);
    const known = identity === undefined ? undefined : this.#byIdentity.get(identity);
    if (known !== undefined || typeof path === 'number') return known;
    // By path: an input that does not exist yet or was replaced since we looked.
    return this.#byPlace.get(path) ?? this.#byPlace.get(await placeOf(path, lookUps));
  }
}

/** Nothing but reviews is protected. */
export const nothingElse = new ProtectedFiles();

/**
 * Throws AppError `protected-file` (73) for an output that leads to one of `inputs` or to an
 * existing review. `path` may be the number of an open file.
 */
export async function refuseProtected(
  path: string | number,
  inputs: ProtectedFiles = nothingElse,
): Promise<void> {
  const shown = typeof path === 'number' ? 'standard output' : path;
  const input = await inputs.inputAt(path);
  if (input !== undefined)
    throw new AppError('protected-file', `${shown}: is ${input}, which would be overwritten`, {
      hint: 'write to another file',
    });
  if (typeof path === 'string' && (await isReview(path)))
    throw new AppError(
      'protected-file',
      `${shown}: is a review; its decisions would be overwritten`,
      { hint: 'write to another file, or move the review away' },
    );
}

/** Device and inode of a regular file, whatever its name; undefined for anything else. */
async function identityOf(path: string | number, lookUps: LookUps): Promise<string | undefined> {
  const status = typeof path === 'number' ? openStatus(path) : await lookUps.status(path);
  return status?.isFile() === true ? `${status.dev}:${status.ino}` : undefined;
}

function openStatus(file: number) {
  try {
    return fstatSync(file, { bigint: true });
  } catch {
    return undefined;
  }
}

/** A path with links resolved; for a missing file, those of its folder. */
async function placeOf(path: string, lookUps: LookUps): Promise<string> {
  // Asked first, as most outputs are not there yet: an error that is thrown takes ten times as long as an answer.
  const isThere = (await lookUps.status(path)) !== undefined;
  const place = isThere ? await lookUps.realPath(path) : undefined;
  if (place !== undefined) return place;
  return join((await lookUps.realPath(dirname(path))) ?? dirname(path), basename(path));
}

/** Names of reviews and of the files beside them. */
const reviewName = /\.paralign(?:\.(?:journal|lock|bak)|\.journal\.aside-\d+)?$/i;

/** How a review begins, whichever program wrote it. */
const reviewHead = /^\ufeff?\s*\{[^]*"format"\s*:\s*"paralign-review"/;

/** Bytes of a file that are enough to recognise a review. */
const headLength = 1024;

/** Whether a path leads to a review or one of its files, judged by its name or how it begins. */
export async function isReview(path: string): Promise<boolean> {
  const status = await atOnce.status(path);
  if (status?.isFile() !== true) return false;
  const place = await placeOf(path, atOnce);
  if (reviewName.test(path) || reviewName.test(place)) return true;
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch {
    return false;
  }
  try {
    const buffer = Buffer.alloc(headLength);
    const count = readSync(handle, buffer, 0, headLength, 0);
    return reviewHead.test(buffer.toString('utf8', 0, count));
  } finally {
    closeSync(handle);
  }
}
