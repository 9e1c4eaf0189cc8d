/**
 * Settings from outside the command line, strongest first: `PARALIGN_<OPTION>` in the environment,
 * `.paralignrc.json` in the current folder or the nearest one above, `config.json` in the user's
 * configuration folder. Both files hold one object with long option names as keys.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { directories } from '../../platform/directories.js';
import { systemErrorCode } from '../../platform/system-error.js';
import { badConfig } from './bad-config.js';
import type { OptionSpec } from './option-spec.js';
import { configurableOptions } from './options.js';
import type { Setting, Settings } from './parse-arguments.js';
import { suggest } from './suggest.js';

/** The project file's name. */
const projectFileName = '.paralignrc.json';

/** What the user file calls the review's keys. */
const keysName = 'keys';

/** All settings, and where they come from. */
export interface SettingSources {
  readonly settings: Settings;
  /** The project file that was found. */
  readonly projectFile: string | undefined;
  /** The user file, whether it is there or not. */
  readonly userFile: string;
  readonly userFileExists: boolean;
  /** The user's own keys for the review, unchecked; undefined when there are none. */
  readonly keys: unknown;
}

/** Reads all settings. Throws AppError `bad-config` (exit 78), which names the file and the key. */
export async function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Promise<SettingSources> {
  const settings = new Map<string, Setting>();
  const userFile = join(directories({ env }).config, 'config.json');
  const user = await readConfigFile(userFile);
  const project = await findProjectFile(cwd);
  addSettings(settings, user, userFile, 'user');
  if (project) addSettings(settings, project.content, project.path, 'project');
  for (const option of configurableOptions()) {
    const variable = environmentVariable(option);
    const value = env[variable];
    if (value !== undefined && value !== '')
      settings.set(option.long, { value, origin: 'environment', where: variable });
  }
  return {
    settings,
    projectFile: project?.path,
    userFile,
    userFileExists: user !== undefined,
    keys: isRecord(user) ? user[keysName] : undefined,
  };
}

/**
 * The user's own keys for the review: command -> key or keys; empty when there are none. Throws
 * AppError `bad-config` when they are no object.
 */
export function reviewKeys({
  keys = {},
  userFile,
}: Pick<SettingSources, 'keys' | 'userFile'>): Readonly<Record<string, unknown>> {
  if (isRecord(keys)) return keys;
  throw badConfig(
    `${userFile}: "${keysName}" must be an object`,
    'it must be a JSON object; "keys" maps commands to keys',
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `PARALIGN_KEEP_NOISE` for `--keep-noise`. */
export function environmentVariable({ long }: Pick<OptionSpec, 'long'>): string {
  return `PARALIGN_${long.toUpperCase().replace(/-/g, '_')}`;
}

async function findProjectFile(
  cwd: string,
): Promise<{ path: string; content: unknown } | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, projectFileName);
    const content = await readConfigFile(path);
    if (content !== undefined) return { path, content };
    if (dirname(folder) === folder) return undefined;
  }
}

/** Undefined when there is no such file. */
async function readConfigFile(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(systemErrorCode(error) ?? '')) return undefined;
    throw badConfig(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badConfig(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function addSettings(
  settings: Map<string, Setting>,
  content: unknown,
  path: string,
  origin: 'project' | 'user',
): void {
  if (content === undefined) return;
  if (!isRecord(content)) throw badConfig(`${path}: must hold one JSON object`);
  const names = configurableOptions().map(({ long }) => long);
  for (const [key, value] of Object.entries(content)) {
    // Read by `reviewKeys`.
    if (key === keysName && origin === 'user') continue;
    if (!names.includes(key)) {
      const nearest = suggest(key, names);
      throw badConfig(
        `${path}: "${key}" is no setting${nearest ? `; did you mean "${nearest}"?` : ''} (settings: ${names.join(', ')})`,
      );
    }
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      throw badConfig(`${path}: "${key}" must be text, a number, true or false`);
    settings.set(key, { value, origin, where: `${path}: "${key}"` });
  }
}
