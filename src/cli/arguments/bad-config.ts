import { AppError } from '../../errors.js';

/** What is wrong with a setting: AppError `bad-config` (exit 78). The message names file or variable. */
export function badConfig(
  message: string,
  hint = '"paralign doctor" shows which settings are in force',
): AppError {
  return new AppError('bad-config', message, { hint });
}
