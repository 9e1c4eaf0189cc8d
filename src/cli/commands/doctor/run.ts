import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AppError, ExitCode } from '../../../errors.js';
import { directories } from '../../../platform/directories.js';
import { bundledModelName, findModel } from '../../../platform/models/model-files.js';
import { verifySums } from '../../../platform/models/model-sums.js';
import { loadNativeRuntime, unpackPlaces } from '../../../platform/runtime/native-runtime.js';
import type { CommandContext } from '../command.js';
import { configurableOptions } from '../../arguments/options.js';
import { painter } from '../../../terminal/paint.js';
import { settingProblem, type Setting } from '../../arguments/parse-arguments.js';
import { badConfig } from '../../arguments/bad-config.js';
import type { ConfigProblem } from '../../arguments/read-config-file.js';
import { settingFault } from '../../arguments/setting-faults.js';
import { suggest } from '../../arguments/suggest.js';
import { bindKeys } from '../../../tui/view/keymap.js';
import { badHub } from '../models/hub-address.js';
import { environmentVariable, reviewKeys, type SettingSources } from '../../arguments/settings.js';
import { oneLine } from '../../../terminal/safe-text.js';
import type { DoctorRequest } from './request.js';
import type { Output } from '../../output/output.js';
import { modelPlaces, type ModelPlaces } from '../../../platform/model-places.js';

/** One line of the report. */
interface Finding {
  readonly section: string;
  readonly name: string;
  readonly value: string;
  /** What is wrong, if anything. */
  readonly problem?: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The place of a mistake in a configuration file; lines and columns count from 1. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

const settingsSection = 'Settings';

/** Runs `paralign doctor`; resolves to 78 if a setting is wrong, to 1 if anything else is. */
export async function runDoctor(
  context: CommandContext,
  request: DoctorRequest,
): Promise<ExitCode> {
  const findings = [
    ...programFindings(context),
    ...runtimeFindings(context),
    ...(await modelFindings(context, request)),
    ...(await folderFindings(context)),
    ...terminalFindings(context),
    ...(await settingFindings(context)),
  ];
  const problems = findings.filter(({ problem }) => problem !== undefined);
  if (context.json)
    await context.stdout.write(`${JSON.stringify({ ok: problems.length === 0, findings })}\n`);
  else await context.stdout.write(render(findings, context.stdout));
  if (problems.some(({ section }) => section === settingsSection)) return ExitCode.badConfig;
  return problems.length > 0 ? ExitCode.partial : ExitCode.ok;
}

function programFindings({ version }: CommandContext): Finding[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const tooOld = major < 20 || (major === 20 && minor < 19);
  const section = 'Program';
  return [
    { section, name: 'paralign', value: version },
    {
      section,
      name: 'node',
      value: process.versions.node,
      ...(tooOld && { problem: 'paralign needs node 20.19 or newer' }),
    },
    { section, name: 'system', value: `${process.platform} ${process.arch}` },
  ];
}

/** Loads the runtime as a model would; on the first start this also unpacks it. */
function runtimeFindings({ env }: CommandContext): Finding[] {
  const section = 'Runtime';
  const name = 'onnxruntime';
  try {
    const { folder } = loadNativeRuntime({ places: unpackPlaces(env), check: true });
    return [{ section, name, value: folder }];
  } catch (error) {
    const problem = error instanceof Error ? oneLine(error.message) : String(error);
    return [{ section, name, value: 'cannot be loaded', problem }];
  }
}

async function modelFindings(context: CommandContext, request: DoctorRequest): Promise<Finding[]> {
  const name = request.model ?? bundledModelName;
  const section = 'Model';
  try {
    const places = modelPlaces({ env: context.env, cwd: context.cwd });
    const { folder, origin } = await findModel(name, places);
    const files = await verifySums(folder, places.memory);
    const damaged = files?.filter(({ state }) => state !== 'ok') ?? [];
    return [
      { section, name: 'name', value: `${name} (${origin})` },
      { section, name: 'folder', value: folder },
      {
        section,
        name: 'files',
        value: files === null ? 'not checked: no SHA256SUMS' : `${files.length} checked`,
        ...(damaged.length > 0 && {
          problem: damaged.map(({ file, state }) => `${file}: ${state}`).join(', '),
        }),
      },
      ...(damaged.length > 0 ? [] : [await trialFinding(folder, places)]),
    ];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ section, name: 'name', value: name, problem: error.message }];
  }
}

/** Whether the model works. */
async function trialFinding(folder: string, places: ModelPlaces): Promise<Finding> {
  const found = { section: 'Model', name: 'works' };
  try {
    const { tryModel } = await import('../../../embed/try-model.js');
    const { dimension } = await tryModel({ model: folder, places });
    return { ...found, value: `yes, ${dimension} dimensions` };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...found, value: 'no', problem: error.message };
  }
}

async function folderFindings({ env }: CommandContext): Promise<Finding[]> {
  const folders = directories({ env });
  const section = 'Folders';
  return Promise.all(
    (['config', 'data', 'cache', 'state'] as const).map(async (name) => {
      const value = folders[name];
      const writable = await isWritable(value);
      return {
        section,
        name,
        value,
        ...(!writable && name !== 'config' && { problem: 'cannot be written to' }),
      };
    }),
  );
}

/** Whether a folder, or its nearest existing parent, can be written to. */
async function isWritable(folder: string): Promise<boolean> {
  for (let path = folder; ; path = dirname(path)) {
    const exists = await access(path).then(
      () => true,
      () => false,
    );
    if (exists)
      return access(path, constants.W_OK).then(
        () => true,
        () => false,
      );
    if (dirname(path) === path) return false;
  }
}

function terminalFindings({ stdout, stderr, streams, env }: CommandContext): Finding[] {
  const section = 'Terminal';
  const describe = (output: Output): string =>
    `${output.isTerminal ? `terminal, ${output.columns} columns` : 'not a terminal'}, ${output.color ? 'colour' : 'no colour'}`;
  return [
    { section, name: 'stdout', value: describe(stdout) },
    { section, name: 'stderr', value: describe(stderr) },
    { section, name: 'stdin', value: streams.stdin.isTTY ? 'terminal' : 'not a terminal' },
    ...['TERM', 'NO_COLOR', 'FORCE_COLOR', 'CI'].flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [{ section, name, value }];
    }),
  ];
}

async function settingFindings(context: CommandContext): Promise<Finding[]> {
  const { settings, projectFile, userFile, userFileExists } = context.settings;
  const section = settingsSection;
  const values = configurableOptions().map(async (option): Promise<Finding> => {
    const setting = settings.get(option.long);
    const value = String(setting?.value ?? option.default ?? (option.value ? 'unset' : false));
    const from =
      setting?.origin === 'environment'
        ? environmentVariable(option)
        : (setting?.origin ?? 'default');
    const finding = { section, name: option.long, value: `${value} (${from})` };
    if (setting === undefined) return finding;
    const problem = settingProblem(option, setting);
    if (problem !== undefined) return { ...finding, problem, hint: mend(setting) };
    const fault = await settingFault(option.long, setting);
    return fault === undefined ? finding : { ...finding, ...explain(fault) };
  });
  return [
    { section, name: 'user file', value: userFile + (userFileExists ? '' : ' (does not exist)') },
    { section, name: 'project file', value: projectFile ?? 'none' },
    ...fileFindings(context.settings),
    ...variableFindings(context.env),
    ...(await Promise.all(values)),
  ];
}

function mend({ origin, where }: Setting): string {
  return origin === 'environment'
    ? `set ${where} to a valid value, or unset it`
    : 'correct the value, or remove the key';
}

function explain({ message, hint }: AppError): Pick<Finding, 'problem' | 'hint'> {
  return { problem: message, ...(hint !== undefined && { hint }) };
}

/** What is wrong with the files themselves, including unknown keys and the review's keys. */
function fileFindings(sources: SettingSources): Finding[] {
  const problems = [...sources.problems, ...keyProblems(sources)];
  return problems.map(({ file, place, error }) => ({
    section: settingsSection,
    name: 'problem',
    value: place === null ? file : `${file}, line ${place.line}, column ${place.column}`,
    ...explain(error),
    file,
    ...place,
  }));
}

/** What is wrong with the review's keys. */
function keyProblems(sources: SettingSources): ConfigProblem[] {
  const file = sources.userFile;
  let own: ReturnType<typeof reviewKeys>;
  try {
    own = reviewKeys(sources);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ file, place: sources.keysPlace().place, error }];
  }
  return bindKeys(own).problems.map(({ name, message }) => {
    const { where, place } = sources.keysPlace(name);
    const error = badConfig(`${where}: ${message}`, 'see "paralign review --keys" for the names');
    return { file, place, error };
  });
}

/** Variables named PARALIGN_* that set no option. */
function variableFindings(env: CommandContext['env']): Finding[] {
  const section = settingsSection;
  const hub = env['PARALIGN_MODEL_HUB'];
  const known = [
    ...configurableOptions().map(environmentVariable),
    'PARALIGN_MODEL_HUB',
    'PARALIGN_NO_CODE_CACHE',
  ];
  const strange = Object.keys(env).filter(
    (name) => name.startsWith('PARALIGN_') && !known.includes(name),
  );
  return [
    ...(hub ? [{ section, name: 'model hub', value: hub, ...hubProblem(hub) }] : []),
    ...(env['PARALIGN_NO_CODE_CACHE']
      ? [{ section, name: 'code cache', value: 'off (PARALIGN_NO_CODE_CACHE)' }]
      : []),
    ...strange.map((name): Finding => {
      const meant = suggest(name, known);
      const finding = { section, name: 'variable', value: name };
      if (meant === undefined) return { ...finding, value: `${name} (has no effect)` };
      const problem = `${name} is not a setting; did you mean ${meant}?`;
      return { ...finding, problem, hint: 'rename it or unset it' };
    }),
  ];
}

function hubProblem(hub: string): Pick<Finding, 'problem' | 'hint'> {
  const error = badHub(hub, 'environment');
  return error === undefined ? {} : explain(error);
}

function render(findings: readonly Finding[], output: Output): string {
  const paint = painter(output.color);
  const width = Math.max(...findings.map(({ name }) => name.length));
  const sections = [...new Set(findings.map(({ section }) => section))];
  const lines = sections.flatMap((section) => [
    paint('bold', section),
    ...findings
      .filter((finding) => finding.section === section)
      .map(
        ({ name, value, problem, hint }) =>
          `  ${name.padEnd(width)}  ${oneLine(value)}` +
          (problem === undefined ? '' : `  ${paint('red', `PROBLEM: ${oneLine(problem)}`)}`) +
          (problem === undefined || hint === undefined
            ? ''
            : `\n  ${' '.repeat(width)}  ${oneLine(`-> ${hint}`)}`),
      ),
    '',
  ]);
  const problems = findings.filter(({ problem }) => problem !== undefined).length;
  return `${lines.join('\n')}\n${problems === 0 ? 'No problems found.' : `${problems} problem${problems === 1 ? '' : 's'} found.`}\n`;
}
