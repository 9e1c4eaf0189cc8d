import { AppError, ExitCode } from '../errors.js';
import type { CommandEntry } from './commands/command.js';
import type { ParsedArguments } from './arguments/option-spec.js';
import type { SettingSources } from './arguments/settings.js';
import { commands } from './command-table.js';
import { globalOptions } from './arguments/options.js';
import {
  closeGoneTerminals,
  endOnSignals,
  ignoreClosedPipes,
  setWhenUnread,
  signalExitCode,
  type SignalWatch,
} from '../platform/signals.js';
import { anyCommand, keepCodeAtExit } from '../platform/start/keep-code.js';
import { version } from '../platform/version.js';
import { tuneHeap } from './tune-heap.js';

/** Runs one command line; resolves to the exit code. Every error is caught here. */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  ignoreClosedPipes();
  closeGoneTerminals();
  const signals = endOnSignals();
  // Read before parsing: with --json, usage errors are JSON too.
  const said = { json: argv.includes('--json'), debug: argv.includes('--debug') };
  try {
    return await dispatch(argv, signals);
  } catch (error) {
    if (signals.signal.aborted) return signalExitCode(signals.signal);
    const { describeError } = await import('./output/report-error.js');
    const { text, exitCode } = describeError(error, said);
    process.stderr.write(text);
    return exitCode;
  }
}

async function dispatch(argv: readonly string[], signals: SignalWatch): Promise<number> {
  // Help must appear immediately, so nothing else is loaded for it.
  if (argv.length === 1 && (argv[0] === '--help' || argv[0] === '-h')) return printHelp(undefined);
  const { parseArguments } = await import('./arguments/parse-arguments.js');
  const before = parseArguments(argv, {
    usage: 'paralign',
    options: globalOptions,
    arguments: [{ name: 'COMMAND', summary: '', kind: 'text', min: 0, max: Infinity }],
    stopAtOperand: true,
  });
  const [first, ...others] = before.operands;
  // Files without a command: people nearly always want to align them.
  const isGuess = first !== undefined && (await isFileOnly(first));
  const name = isGuess ? 'align' : first;
  const rest = isGuess ? before.operands : others;
  keepCodeAtExit(name ?? anyCommand);
  if (before.flag('version')) return print(`${version}\n`);
  if (before.flag('help') && name === undefined) return printHelp(undefined);
  if (name === undefined) {
    const { shortHelp } = await import('./reference/help.js');
    process.stderr.write(shortHelp(commands));
    return ExitCode.usage;
  }
  if (name === 'help') return printHelp(rest.find((word) => !word.startsWith('-')));
  const entry = await findCommand(name);
  if (before.flag('help')) return printHelp(name);
  const spec = await entry.load();
  const globals = argv.slice(0, argv.length - before.operands.length);
  const { readSettings, usableSettings } = await import('./arguments/settings.js');
  const sources = await readSettings(process.env, process.cwd());
  const [broken] = sources.problems;
  if (broken !== undefined && spec.explainsSettings !== true) throw broken.error;
  const args = parseArguments(
    [...globals, ...rest],
    {
      usage: `paralign ${name}`,
      options: [...spec.options, ...globalOptions],
      arguments: spec.arguments,
    },
    spec.explainsSettings === true ? usableSettings(sources.settings) : sources.settings,
  );
  if (args.flag('version')) return print(`${version}\n`);
  if (args.flag('help')) return printHelp(name);
  if (spec.explainsSettings !== true) await refuseFaults(spec, args, sources);
  if (isGuess && !args.flag('quiet'))
    process.stderr.write('paralign: no command given; running "paralign align"\n');
  return runCommand(spec, args, signals, sources);
}

/** Rejects settings with meaningless values here: the commands would blame the flag. */
async function refuseFaults(
  spec: Awaited<ReturnType<CommandEntry['load']>>,
  args: ParsedArguments,
  { settings }: SettingSources,
): Promise<void> {
  for (const { long, configurable } of [...spec.options, ...globalOptions]) {
    const setting = settings.get(long);
    if (!configurable || setting === undefined || args.origin(long) === 'flag') continue;
    const { settingFault } = await import('./arguments/setting-faults.js');
    const fault = await settingFault(long, setting);
    if (fault !== undefined) throw fault;
  }
}

async function runCommand(
  spec: Awaited<ReturnType<CommandEntry['load']>>,
  args: ParsedArguments,
  signals: SignalWatch,
  settings: SettingSources,
): Promise<number> {
  const { readGlobalRequest } = await import('./arguments/global-request.js');
  const { createContext } = await import('./context.js');
  const context = createContext(readGlobalRequest(args), signals, commands, settings);
  setWhenUnread(spec.whenUnread ?? 'end');
  tuneHeap(args.operands);
  const exitCode = await spec.run(context, args);
  if (signals.signal.aborted) return signalExitCode(signals.signal);
  return exitCode ?? ExitCode.ok;
}

/** Whether a word is not a command but an existing file. */
async function isFileOnly(word: string): Promise<boolean> {
  if (word === 'help' || commands.some(({ name }) => name === word)) return false;
  const { stat } = await import('node:fs/promises');
  const info = await stat(word).catch(() => undefined);
  return info?.isFile() ?? false;
}

async function findCommand(name: string): Promise<CommandEntry> {
  const entry = commands.find((candidate) => candidate.name === name);
  if (entry) return entry;
  const { suggest } = await import('./arguments/suggest.js');
  const nearest = suggest(
    name,
    commands.map((candidate) => candidate.name),
  );
  throw new AppError(
    'usage',
    `unknown command "${name}"${nearest ? `; did you mean "${nearest}"?` : ''}`,
    { hint: 'see "paralign --help"' },
  );
}

async function printHelp(name: string | undefined): Promise<number> {
  const { programHelp, commandHelp } = await import('./reference/help.js');
  if (name === undefined) return print(programHelp(commands));
  const entry = await findCommand(name);
  return print(commandHelp(entry, await entry.load()));
}

/** Rejects if the text cannot be written. */
async function print(text: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
  return ExitCode.ok;
}
