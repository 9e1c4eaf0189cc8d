/** Locks a folder of results, so that only one batch at a time writes to it. */
import { join } from 'node:path';
import { AppError } from '../../errors.js';
import { isLock, type Lock, takeLock } from '../../platform/review/lock.js';
import { systemErrorCode } from '../../platform/system-error.js';

/** The lock's name inside the folder. */
export const folderLockName = '.paralign-jobs.lock';

/**
 * Locks the folder for this process; takes over a lock left by a killed process. Messages call the
 * folder `shown`. Throws AppError `in-use` (73) if another batch has it, `cannot-create` (73) or
 * `no-space` (74) if nothing can be written there.
 */
export function lockFolder(folder: string, shown: string = folder): Lock {
  const path = join(folder, folderLockName);
  const lock = take(path, shown);
  if (isLock(lock)) return lock;
  throw new AppError(
    'in-use',
    `${shown}: another batch is writing to this folder (process ${lock.pid} on ${lock.host})`,
    { hint: `wait for it or use another folder; if no such process is running, remove ${path}` },
  );
}

function take(path: string, shown: string): ReturnType<typeof takeLock> {
  try {
    return takeLock(path);
  } catch (error) {
    const cause: unknown = error instanceof AppError ? error.cause : error;
    const code = systemErrorCode(cause) ?? '';
    if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code))
      throw new AppError('no-space', `${shown}: no space left; nothing was done`, { cause });
    throw new AppError(
      'cannot-create',
      `${shown}: cannot be written to (${code || String(cause)})`,
      {
        hint: 'choose a folder that you can write to',
        cause,
      },
    );
  }
}
