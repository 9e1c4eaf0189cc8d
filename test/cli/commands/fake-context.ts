import { commands } from '../../../src/cli/command-table.js';
import type { CommandContext } from '../../../src/cli/commands/command.js';
import type { Diagnostic } from '../../../src/diagnostics.js';

/** A context that keeps what a command says. */
export interface FakeContext {
  readonly context: CommandContext;
  /** What went to standard output. */
  out(): string;
  err(): string;
  readonly warnings: readonly Diagnostic[];
}

/** A context without a terminal, settings or signals, in a folder. */
export function fakeContext(cwd: string, more: Partial<CommandContext> = {}): FakeContext {
  const chunks = { out: '', err: '' };
  const warnings: Diagnostic[] = [];
  const output = (name: 'out' | 'err') => ({
    write: (text: string | Uint8Array) => {
      chunks[name] += typeof text === 'string' ? text : new TextDecoder().decode(text);
      return Promise.resolve();
    },
    isTerminal: false,
    columns: 80,
    color: false,
  });
  const { stdin, stdout, stderr } = process;
  const context: CommandContext = {
    stdout: output('out'),
    stderr: output('err'),
    streams: { stdin, stdout, stderr },
    env: { HOME: cwd },
    cwd,
    version: '1.2.3',
    settings: {
      settings: new Map(),
      projectFile: undefined,
      userFile: `${cwd}/config.json`,
      userFileExists: false,
      keys: undefined,
      keysPlace: () => ({ where: 'config.json', place: null }),
      problems: [],
    },
    commands,
    quiet: false,
    verbose: false,
    json: false,
    mayAsk: false,
    signal: new AbortController().signal,
    holding: (work) => work(),
    endingAtOnce: (work) => work(),
    warn: (diagnostic) => warnings.push(diagnostic),
    progress: () => {},
    ...more,
  };
  return { context, out: () => chunks.out, err: () => chunks.err, warnings };
}
