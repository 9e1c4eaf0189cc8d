/**
 * Settings from outside the command line, strongest first: `PARALIGN_<OPTION>` in the environment,
 * `.paralignrc.json` in the current folder or the nearest one above, `config.json` in the user's
 * configuration folder. Both files hold one object with long option names as keys.
 */
import { dirname, join, resolve } from 'node:path';
import { directories } from '../../platform/directories.js';
import { badConfig } from './bad-config.js';
import { readConfigFile, type ConfigFile, type ConfigProblem } from './read-config-file.js';
import type { OptionSpec } from './option-spec.js';
import { configurableOptions } from './options.js';
import { settingProblem, type Setting, type Settings } from './parse-arguments.js';
import { suggest } from './suggest.js';

/** The project file's name. */
const projectFileName = '.paralignrc.json';

/** The key of the user file that contains the review's keys. */
const keysName = 'keys';

/** The place of a key in the user file. */
export interface KeysPlace {
  /** `file:line:column`, or the file alone if it has no such key. */
  readonly where: string;
  readonly place: ConfigProblem['place'];
}

/** All settings, and where they come from. */
export interface SettingSources {
  readonly settings: Settings;
  /** The project file that was found. */
  readonly projectFile: string | undefined;
  /** The user file, whether it exists or not. */
  readonly userFile: string;
  readonly userFileExists: boolean;
  /** The user's own keys for the review, unchecked; undefined if there are none. */
  readonly keys: unknown;
  /** The place of this section, or of a key in it, for messages. */
  readonly keysPlace: (command?: string) => KeysPlace;
  /** What is wrong with the files. */
  readonly problems: readonly ConfigProblem[];
}

/** Reads all settings. Mistakes in a file become problems; the rest of the file still applies. */
export async function readSettings(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Promise<SettingSources> {
  const settings = new Map<string, Setting>();
  const problems: ConfigProblem[] = [];
  const report = (problem: ConfigProblem): void => void problems.push(problem);
  const userFile = join(directories({ env }).config, 'config.json');
  const user = await readConfigFile(userFile, report, false);
  const project = await findProjectFile(cwd, report);
  if (user) addSettings(settings, user, 'user', report);
  if (project) addSettings(settings, project, 'project', report);
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
    keys: isRecord(user?.content) ? user.content[keysName] : undefined,
    keysPlace: (command) => {
      const path = command === undefined ? [keysName] : [keysName, command];
      return { where: user?.where(path) ?? userFile, place: user?.place(path) ?? null };
    },
    problems,
  };
}

/**
 * The user's own keys for the review: command -> key or keys; empty if there are none. Throws
 * AppError `bad-config` if they are not an object.
 */
export function reviewKeys({
  keys = {},
  keysPlace,
}: Pick<SettingSources, 'keys' | 'keysPlace'>): Readonly<Record<string, unknown>> {
  if (isRecord(keys)) return keys;
  throw badConfig(
    `${keysPlace().where}: "${keysName}" must be an object`,
    'it maps names of commands to keys, such as {"accept": "y"}',
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
  report: (problem: ConfigProblem) => void,
): Promise<ConfigFile | undefined> {
  for (let folder = cwd; ; folder = dirname(folder)) {
    const file = await readConfigFile(join(folder, projectFileName), report, true);
    if (file !== undefined) return file;
    if (dirname(folder) === folder) return undefined;
  }
}

function addSettings(
  settings: Map<string, Setting>,
  file: ConfigFile,
  origin: 'project' | 'user',
  report: (problem: ConfigProblem) => void,
): void {
  const { path, content } = file;
  if (content === undefined) return;
  if (!isRecord(content)) {
    const error = badConfig(`${path}: must contain one JSON object`);
    report({ file: path, place: null, error });
    return;
  }
  const options = configurableOptions();
  const names = options.map(({ long }) => long);
  const isFile = (key: string): boolean =>
    options.some(({ long, value }) => long === key && value?.kind === 'file');
  for (const [key, value] of Object.entries(content)) {
    // Read by `reviewKeys`.
    if (key === keysName && origin === 'user') continue;
    const where = `${file.where([key])}: "${key}"`;
    const fail = (what: string): void =>
      report({ file: path, place: file.place([key]), error: badConfig(`${where} ${what}`) });
    if (!names.includes(key)) {
      const nearest = suggest(key, names);
      const meant = nearest ? `; did you mean "${nearest}"?` : '';
      fail(`is not a setting${meant} (settings: ${names.join(', ')})`);
    } else if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      fail('must be text, a number, true or false');
    // Wherever the program runs, the file is found from the file that names it.
    else if (isFile(key) && typeof value === 'string' && value !== '')
      settings.set(key, { value: resolve(dirname(path), value), origin, where });
    else settings.set(key, { value, origin, where });
  }
}

/** The settings with valid values; the command explains the others. */
export function usableSettings(settings: Settings): Settings {
  const options = configurableOptions();
  return new Map(
    [...settings].filter(([long, setting]) => {
      const option = options.find((own) => own.long === long);
      return option !== undefined && settingProblem(option, setting) === undefined;
    }),
  );
}
