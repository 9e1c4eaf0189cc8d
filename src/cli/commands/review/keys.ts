/** The person's own keys, from the config file. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../errors.js';
import { directories } from '../../../platform/directories.js';
import type { CommandContext } from '../command.js';

/** The `keys` section of the user's config file: command -> key or keys; empty when there is none. */
export async function reviewKeys(
  context: Pick<CommandContext, 'env'>,
): Promise<Readonly<Record<string, unknown>>> {
  const path = join(directories({ env: context.env }).config, 'config.json');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return {};
  }
  const bad = (problem: string) =>
    new AppError('bad-config', `${path}: ${problem}`, {
      hint: 'it must be a JSON object; "keys" maps commands to keys',
    });
  let config: unknown;
  try {
    config = JSON.parse(text);
  } catch (error) {
    throw bad(error instanceof Error ? error.message : String(error));
  }
  if (typeof config !== 'object' || config === null) throw bad('must be an object');
  const keys = 'keys' in config ? config.keys : {};
  if (typeof keys !== 'object' || keys === null || Array.isArray(keys)) {
    throw bad('"keys" must be an object');
  }
  return { ...keys };
}
