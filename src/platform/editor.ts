/** The person's own editor, on a text. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '../errors.js';

/** What shells answer for a program that is not there. */
const commandNotFound = 127;

/**
 * Opens $VISUAL or $EDITOR (else vi) on a text and waits; null when the editor ended with an
 * error. The variable may hold options, as in `code --wait`. Throws AppError when it can't be started.
 */
export function edit(text: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const command = env['VISUAL'] || env['EDITOR'] || 'vi';
  const folder = mkdtempSync(join(tmpdir(), 'paralign-edit-'));
  const file = join(folder, 'text.txt');
  try {
    writeFileSync(file, `${text}\n`, { mode: 0o600 });
    // By the shell, as git does it: the variable may hold options and quoted blanks.
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
