import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { AppError } from '../errors.js';
import { systemErrorCode } from './system-error.js';

/**
 * Names of the files in a folder, hidden ones apart, sorted by code unit so that the order is the
 * same everywhere. Includes links to files. Messages call the folder `shown`. Throws AppError `file-not-found` or `not-readable`.
 */
export async function listFolder(path: string, shown: string = path): Promise<string[]> {
  return names(path, shown, (entry) => !entry.isDirectory());
}

/** As `listFolder`, for the folders in a folder. */
export async function listSubfolders(path: string, shown: string = path): Promise<string[]> {
  return names(path, shown, (entry) => entry.isDirectory());
}

async function names(
  path: string,
  shown: string,
  isMeant: (entry: Dirent) => boolean,
): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => isMeant(entry) && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOTDIR')
      throw new AppError('file-not-found', `${shown}: is a file, not a folder`, { cause: error });
    if (systemErrorCode(error) === 'ENOENT')
      throw new AppError('file-not-found', `${shown}: no such folder`, { cause: error });
    const reason = systemErrorCode(error) ?? String(error);
    throw new AppError('not-readable', `${shown}: the folder cannot be listed (${reason})`, {
      cause: error,
    });
  }
}
