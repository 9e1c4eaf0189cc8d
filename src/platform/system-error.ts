import { AppError } from '../errors.js';

/** The `code` of an error of the operating system (`ENOENT`, `EACCES`), undefined for any other. */
export function systemErrorCode(error: unknown): string | undefined {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
    return error.code;
  }
  return undefined;
}

/** Errors of the operating system for which no module has a better message. */
export function fromSystem(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined;
  const where = 'path' in error ? ` (${String(error.path)})` : '';
  const full = error.code === 'ENOSPC' || error.code === 'EDQUOT';
  return new AppError(
    full ? 'no-space' : 'io',
    `${full ? 'no space left on the device' : error.message}${where}`,
    { cause: error },
  );
}
