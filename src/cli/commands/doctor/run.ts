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
import { settingProblem } from '../../arguments/parse-arguments.js';
import { environmentVariable } from '../../arguments/settings.js';
import { oneLine } from '../../../terminal/safe-text.js';
import type { DoctorRequest } from './request.js';
import type { Output } from '../../output/output.js';
import { modelPlaces } from '../../../platform/model-places.js';

/** One line of the report. */
interface Finding {
  readonly section: string;
  readonly name: string;
  readonly value: string;
  /** What is wrong, if anything is. */
  readonly problem?: string;
}

/** Runs `paralign doctor`; resolves to 1 when something is wrong. */
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
    ...settingFindings(context),
  ];
  const problems = findings.filter(({ problem }) => problem !== undefined);
  if (context.json)
    await context.stdout.write(`${JSON.stringify({ ok: problems.length === 0, findings })}\n`);
  else await context.stdout.write(render(findings, context.stdout));
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

/** Loads the runtime, as the first model does: at the first start that is when it is unpacked. */
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
    const { folder, origin } = await findModel(
      name,
      modelPlaces({ env: context.env, cwd: context.cwd }),
    );
    const files = await verifySums(folder);
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
    ];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return [{ section, name: 'name', value: name, problem: error.message }];
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

/** Whether a folder, or the nearest one above it that is there, can be written to. */
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
    `${output.isTerminal ? `terminal, ${output.columns} columns` : 'no terminal'}, ${output.color ? 'colour' : 'no colour'}`;
  return [
    { section, name: 'stdout', value: describe(stdout) },
    { section, name: 'stderr', value: describe(stderr) },
    { section, name: 'stdin', value: streams.stdin.isTTY ? 'terminal' : 'no terminal' },
    ...['TERM', 'NO_COLOR', 'FORCE_COLOR', 'CI'].flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [{ section, name, value }];
    }),
  ];
}

function settingFindings({ settings: sources }: CommandContext): Finding[] {
  const { settings, projectFile, userFile, userFileExists, problems } = sources;
  const section = 'Settings';
  return [
    { section, name: 'user file', value: userFile + (userFileExists ? '' : ' (not there)') },
    { section, name: 'project file', value: projectFile ?? 'none' },
    ...problems.map(({ message }) => ({
      section,
      name: 'problem',
      value: 'the file is not as it should be',
      problem: message,
    })),
    ...configurableOptions().map((option) => {
      const setting = settings.get(option.long);
      const value = String(setting?.value ?? option.default ?? (option.value ? 'unset' : false));
      const from =
        setting?.origin === 'environment'
          ? environmentVariable(option)
          : (setting?.origin ?? 'default');
      const problem = setting && settingProblem(option, setting);
      return {
        section,
        name: option.long,
        value: `${value} (${from})`,
        ...(problem !== undefined && { problem }),
      };
    }),
  ];
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
        ({ name, value, problem }) =>
          `  ${name.padEnd(width)}  ${oneLine(value)}` +
          (problem === undefined ? '' : `  ${paint('red', `PROBLEM: ${oneLine(problem)}`)}`),
      ),
    '',
  ]);
  const problems = findings.filter(({ problem }) => problem !== undefined).length;
  return `${lines.join('\n')}\n${problems === 0 ? 'No problems found.' : `${problems} problem${problems === 1 ? '' : 's'} found.`}\n`;
}
