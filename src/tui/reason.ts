/** Error messages for the screen. */
import { AppError } from '../errors.js';

/** What went wrong and what to do about it. */
export function reason(error: unknown): string {
  if (error instanceof AppError && error.hint !== undefined)
    return `${error.message}; ${error.hint}`;
  return error instanceof Error ? error.message : String(error);
}
