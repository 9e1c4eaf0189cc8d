import { AppError } from '../../errors.js';

/** The error of a download (exit 69). */
export function downloadFailure(message: string, hint: string, cause?: unknown): AppError {
  return new AppError('download-failed', message, {
    hint,
    ...(cause === undefined ? {} : { cause }),
  });
}
