import { AppError } from '../../errors.js';

/** An error in a setting: AppError `bad-config` (exit 78). The message names the file or variable. */
export function badConfig(
  message: string,
  hint = '"paralign doctor" shows all settings and where they come from',
): AppError {
  return new AppError('bad-config', message, { hint });
}
