/** Builds the context that commands run in, from the process and the global options. */
import { describeDiagnostic } from '../diagnostics.js';
import type { ColorChoice } from '../terminal/color.js';
import { wantsColor } from '../terminal/color.js';
import type { CommandContext, CommandEntry } from './commands/command.js';
import type { Output } from './output/output.js';
import type { ParsedArguments } from './arguments/option-spec.js';
import type { SignalWatch } from '../platform/signals.js';
import { progressLine } from '../platform/progress-line.js';
import { oneLine } from '../terminal/safe-text.js';
import { version } from '../platform/version.js';

/** A writer over a Node stream that honours back-pressure. */
export function outputOver(stream: NodeJS.WriteStream, color: boolean): Output {
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        if (text.length === 0) return resolve();
        stream.write(text, (error) => (error ? reject(error) : resolve()));
      }),
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.isTTY === true && stream.columns > 0 ? stream.columns : 80;
    },
    color,
  };
}

/** The context of one run. `color` is `--color` as given. */
export function createContext(
  args: ParsedArguments,
  signals: SignalWatch,
  commands: readonly CommandEntry[],
): CommandContext {
  const { stdin, stdout, stderr, env } = process;
  const choice = (args.text('color') ?? 'auto') as ColorChoice;
  const colorOf = (stream: NodeJS.WriteStream): boolean =>
    wantsColor(choice, env, stream.isTTY === true);
  const quiet = args.flag('quiet');
  const json = args.flag('json');
  const progress = progressLine(stderr, {
    enabled:
      !quiet && !json && stderr.isTTY === true && env['TERM'] !== 'dumb' && env['CI'] === undefined,
  });
  // Both streams may be the terminal that shows the progress line.
  const clearing = (output: Output): Output => ({
    write: (text) => {
      progress.clear();
      return output.write(text);
    },
    isTerminal: output.isTerminal,
    get columns() {
      return output.columns;
    },
    color: output.color,
  });
  return {
    stdout: clearing(outputOver(stdout, colorOf(stdout))),
    stderr: clearing(outputOver(stderr, colorOf(stderr))),
    streams: { stdin, stdout, stderr },
    env,
    cwd: process.cwd(),
    version,
    commands,
    quiet,
    verbose: args.flag('verbose'),
    json,
    mayAsk: args.flag('input'),
    signal: signals.signal,
    endingAtOnce: (work) => signals.endingAtOnce(work),
    warn(diagnostic) {
      if (quiet) return;
      progress.clear();
      stderr.write(
        json
          ? `${JSON.stringify({ warning: { ...diagnostic, message: describeDiagnostic(diagnostic) } })}\n`
          : `paralign: warning: ${oneLine(describeDiagnostic(diagnostic))}\n`,
      );
    },
    progress: (line) => progress.show(oneLine(line)),
  };
}
