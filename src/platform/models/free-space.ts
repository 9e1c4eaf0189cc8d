import { statfs } from 'node:fs/promises';
import { AppError } from '../../errors.js';

/** Throws AppError `no-space` (exit 74) if a folder's disk has no room for this many more bytes. */
export async function requireSpace(folder: string, bytes: number): Promise<void> {
  // Some file systems don't report it, or report 0.
  const found = await statfs(folder).catch(() => null);
  if (found === null || found.blocks === 0) return;
  const free = found.bavail * found.bsize;
  if (bytes <= free) return;
  const megabytes = (count: number): string => `${(count / 1e6).toFixed(1)} MB`;
  throw new AppError(
    'no-space',
    `${folder}: ${megabytes(bytes)} needed, but only ${megabytes(free)} free`,
    { hint: 'free some space, or set XDG_DATA_HOME to a folder on another disk' },
  );
}
