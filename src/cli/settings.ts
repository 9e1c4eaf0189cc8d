/** Settings from outside the command line: environment, project file, user file. */
import type { Settings } from './parse-arguments.js';

/** Environment over project file over user file, by option name. */
export async function readSettings(
  _env: Readonly<Record<string, string | undefined>>,
  _cwd: string,
): Promise<Settings> {
  return new Map();
}
