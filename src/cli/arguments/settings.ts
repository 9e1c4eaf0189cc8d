/**
 * Settings from outside the command line, strongest first: `PARALIGN_<OPTION>` in the environment,
 * `.paralignrc.json` in the current folder or the nearest one above, `config.json` in the user's
 * configuration folder. Both files hold one object with long option names as keys.
 */
import { dirname, join } from 'node:path';
import { directories } from '../../platform/directories.js';
import { readInputFile } from '../../platform/input-files.js';
import { systemErrorCode } from '../../platform/system-error.js';
import { badConfig } from './bad-config.js';
import type { OptionSpec } from './option-spec.js';
import { configurableOptions } from './options.js';
import { settingProblem, type Setting, type Settings } from './parse-arguments.js';
import { suggest } from './suggest.js';
import { AppError } from '../../errors.js';

/** The project file's name. */
const projectFileName = '.paralignrc.json';

/** What the user file calls the review's keys. */
const keysName = 'keys';

/** Bytes of a configuration at most. */
const largestConfiguration = 2 ** 20;

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
  /** What is wrong with the files: AppError `bad-config`, each naming its file. */
  readonly problems: readonly AppError[];
}

/** Reads all settings; what is wrong with a file is among the problems, and the rest of it counts. */
export async function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Promise<SettingSources> {
  const settings = new Map<string, Setting>();
  const problems: AppError[] = [];
  const report = (problem: AppError): void => void problems.push(problem);
  const userFile = join(directories({ env }).config, 'config.json');
  const user = await readConfigFile(userFile, report);
  const project = await findProjectFile(cwd, report);
  addSettings(settings, user, { path: userFile, origin: 'user', report });
  if (project) addSettings(settings, project.content, { ...project, origin: 'project', report });
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
    problems,
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
  report: (problem: AppError) => void,
): Promise<{ path: string; content: unknown } | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const path = join(folder, projectFileName);
    const content = await readConfigFile(path, report);
    if (content !== undefined) return { path, content };
    if (dirname(folder) === folder) return undefined;
  }
}

/** Undefined when there is no such file; an empty object when there is nothing usable in it. */
async function readConfigFile(path: string, report: (problem: AppError) => void): Promise<unknown> {
  try {
    const bytes = await readInputFile(path, path, { limit: largestConfiguration });
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    // Editors on Windows put a byte order mark before it.
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof AppError) {
      if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error.cause) ?? '')) return undefined;
      report(badConfig(error.message));
    } else report(badConfig(`${path}: ${error instanceof Error ? error.message : String(error)}`));
    return {};
  }
}

function addSettings(
  settings: Map<string, Setting>,
  content: unknown,
  {
    path,
    origin,
    report,
  }: {
    readonly path: string;
    readonly origin: 'project' | 'user';
    readonly report: (problem: AppError) => void;
  },
): void {
  if (content === undefined) return;
  if (!isRecord(content)) return report(badConfig(`${path}: must hold one JSON object`));
  const names = configurableOptions().map(({ long }) => long);
  for (const [key, value] of Object.entries(content)) {
    // Read by `reviewKeys`.
    if (key === keysName && origin === 'user') continue;
    if (!names.includes(key)) {
      const nearest = suggest(key, names);
      report(
        badConfig(
          `${path}: "${key}" is not a setting${nearest ? `; did you mean "${nearest}"?` : ''} (settings: ${names.join(', ')})`,
        ),
      );
    } else if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      report(badConfig(`${path}: "${key}" must be text, a number, true or false`));
    else settings.set(key, { value, origin, where: `${path}: "${key}"` });
  }
}

/** The settings that hold what they may: those that don't are what the command explains. */
export function usableSettings(settings: Settings): Settings {
  const options = configurableOptions();
  return new Map(
    [...settings].filter(([long, setting]) => {
      const option = options.find((own) => own.long === long);
      return option !== undefined && settingProblem(option, setting) === undefined;
    }),
  );
}
