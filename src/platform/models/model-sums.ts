/**
 * The list of digests in a model's folder: `SHA256SUMS`, as sha256sum writes it, with paths
 * relative to the folder.
 */
import { createHash, webcrypto } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../errors.js';
import { openRegular, readBounded } from '../read-bounded.js';
import { systemErrorCode } from '../system-error.js';
import { DigestMemory } from './digest-memory.js';

/** Name of the list inside a model's folder. */
export const sumsFile = 'SHA256SUMS';

/** Where a model is kept while another replaces it. */
export function previousFolder(folder: string, name: string): string {
  const target = join(folder, ...name.split('/'));
  return join(dirname(target), `.${basename(target)}.previous`);
}

/** Largest size of a model's file in bytes: twice what its format can hold. */
const largestModelFile = 2 ** 32 - 1;

/** The error for files that are not what the list says (exit 69). */
export function damagedModel(message: string): AppError {
  return new AppError('model-damaged', message, {
    hint: '"paralign models verify" checks every file; reinstall paralign or download the model again',
  });
}

/**
 * A file's bytes; null if there is no such file.
 * @throws AppError `model-unreadable` (exit 69) if it exists but cannot be read.
 */
export async function readModelFile(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    await refuseSpecial(path);
    return await readBounded(path, largestModelFile);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = systemErrorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new AppError('model-unreadable', `cannot read ${path} (${code ?? String(error)})`, {
      hint: 'check that the file can be read',
      cause: error,
    });
  }
}

/** Reading a pipe or a device might never end. */
async function refuseSpecial(path: string): Promise<void> {
  if ((await stat(path)).isFile()) return;
  throw new AppError('model-unreadable', `cannot read ${path}: it is not a file`, {
    hint: 'a folder, a pipe or a device is in its place: move that elsewhere',
  });
}

/** SHA-256 in hex, computed off the main thread so that it overlaps with loading code. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

/**
 * Reads a folder's list: path -> digest in lower case; null if the folder has none.
 * @throws AppError `model-damaged` (exit 69) with the number of a line that is not in sha256sum's format.
 */
export async function readSums(folder: string): Promise<ReadonlyMap<string, string> | null> {
  const path = join(folder, sumsFile);
  const bytes = await readModelFile(path);
  if (bytes === null) return null;
  const sums = new Map<string, string>();
  for (const [index, line] of new TextDecoder().decode(bytes).split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const [, digest, file] = /^([0-9a-fA-F]{64}) [ *](.+)$/.exec(line) ?? [];
    if (digest === undefined || file === undefined) {
      throw damagedModel(`${path}:${index + 1} is not a line in the format of sha256sum`);
    }
    sums.set(file.replace(/^\.\//, ''), digest.toLowerCase());
  }
  return sums;
}

/** The text of a list, in the order of the paths. */
export function formatSums(digests: ReadonlyMap<string, string>): string {
  return [...digests]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, digest]) => `${digest}  ${file}\n`)
    .join('');
}

/** The result of checking one file. */
export interface VerifiedFile {
  /** Relative to the model's folder. */
  readonly file: string;
  /** 0 if it is missing. */
  readonly bytes: number;
  readonly state: 'ok' | 'damaged' | 'missing';
}

/** SHA-256 in hex and size of a file of any size; null if there is none. */
export async function digestOfFile(
  path: string,
): Promise<{ digest: string; bytes: number } | null> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    await refuseSpecial(path);
    const file = await openRegular(path);
    for await (const chunk of file.createReadStream()) {
      if (!Buffer.isBuffer(chunk)) continue;
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = systemErrorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new AppError('model-unreadable', `cannot read ${path} (${code ?? String(error)})`, {
      hint: 'check that the file can be read',
      cause: error,
    });
  }
  return { digest: hash.digest('hex'), bytes };
}

/**
 * Checks every file that a folder's list names; null if there is no list. Reads them all, whatever is
 * remembered of them, which is forgotten.
 */
export async function verifySums(
  folder: string,
  memory?: string,
): Promise<readonly VerifiedFile[] | null> {
  const sums = await readSums(folder);
  if (sums === null) return null;
  const digests = memory === undefined ? undefined : new DigestMemory(memory);
  const files: VerifiedFile[] = [];
  for (const [file, expected] of sums) {
    const path = join(folder, file);
    await digests?.forget(path);
    const actual = await digestOfFile(path);
    files.push({
      file,
      bytes: actual?.bytes ?? 0,
      state: actual === null ? 'missing' : actual.digest === expected ? 'ok' : 'damaged',
    });
  }
  return files;
}
