/** Runs the user's own editor on a text. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../errors.js';

/** Exit code of shells for a program that does not exist. */
const commandNotFound = 127;

/**
 * Opens $VISUAL or $EDITOR (or vi) on a text and waits; null if the editor ended with an
 * error. The variable may hold options, as in `code --wait`. Throws AppError when it can't be started.
 */
export function edit(text: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const command = env['VISUAL'] || env['EDITOR'] || 'vi';
  const folder = mkdtempSync(join(tmpdir(), 'paralign-edit-'));
  const file = join(folder, 'text.txt');
  try {
    writeFileSync(file, `${text}\n`, { mode: 0o600 });
    // Through the shell, as git does: the variable may contain options and quoted spaces.
    const { status, error } =
      process.platform === 'win32'
        ? spawnSync(`${command} "${file}"`, { stdio: 'inherit', shell: true })
        : spawnSync('sh', ['-c', `${command} "$@"`, 'editor', file], { stdio: 'inherit' });
    if (error !== undefined || status === commandNotFound) {
      throw new AppError('no-editor', `the editor "${command}" could not be started`, {
        hint: 'set VISUAL or EDITOR',
        cause: error,
      });
    }
    return status === 0 ? readFileSync(file, 'utf8') : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
