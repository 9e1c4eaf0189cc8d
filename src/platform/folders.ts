import { readdir } from 'node:fs/promises';
import { AppError } from '../errors.js';
import { systemErrorCode } from './system-error.js';

/**
 * Names of the files in a folder, hidden ones apart, sorted by code unit so that the order is the
 * same everywhere. Links to files count. Throws AppError `file-not-found` or `not-readable`.
 */
export async function listFolder(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? ''))
      throw new AppError('file-not-found', `${path}: no such folder`, { cause: error });
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('not-readable', `${path}: cannot be listed (${reason})`, { cause: error });
  }
}
