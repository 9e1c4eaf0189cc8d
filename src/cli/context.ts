/** Builds the context that commands run in, from the process and the global options. */
import { describeWithFlags } from './output/flag-hints.js';
import { wantsColor } from '../terminal/color.js';
import type { CommandContext, CommandEntry } from './commands/command.js';
import type { Output } from './output/output.js';
import type { SettingSources } from './arguments/settings.js';
import type { GlobalRequest } from './arguments/global-request.js';
import { isUnread, type SignalWatch } from '../platform/signals.js';
import { progressLine } from '../platform/progress-line.js';
import { oneLine, visibleData, visibleText } from '../terminal/safe-text.js';
import { version } from '../platform/version.js';

/**
 * A writer over a Node stream that honours back-pressure. Here alone it is decided that a terminal
 * gets text with everything invisible escaped, while files and pipes get the text unchanged. What nobody reads is lost
 * without an error: `ignoreClosedPipes` decides whether the run goes on.
 */
function outputOver(stream: NodeJS.WriteStream, color: boolean): Output {
  return {
    write: (text) =>
      new Promise((resolve, reject) => {
        if (text.length === 0) return resolve();
        const shown =
          stream.isTTY === true && typeof text === 'string' ? visibleText(text, color) : text;
        stream.write(shown, (error) => (error && !isUnread(error) ? reject(error) : resolve()));
      }),
    isTerminal: stream.isTTY === true,
    get columns() {
      return stream.isTTY === true && stream.columns > 0 ? stream.columns : 80;
    },
    color,
  };
}

/** The context of one run. */
export function createContext(
  request: GlobalRequest,
  signals: SignalWatch,
  commands: readonly CommandEntry[],
  settings: SettingSources,
): CommandContext {
  const { stdin, stdout, stderr, env } = process;
  const { quiet, json, verbose, mayAsk } = request;
  const colorOf = (stream: NodeJS.WriteStream): boolean =>
    wantsColor(request.color, env, stream.isTTY === true);
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
    settings,
    quiet,
    verbose,
    json,
    mayAsk,
    signal: signals.signal,
    holding: (work) => signals.holding(work),
    endingAtOnce: (work) => signals.endingAtOnce(work),
    warn(diagnostic) {
      if (quiet) return;
      progress.clear();
      stderr.write(
        json
          ? `${visibleData(JSON.stringify({ warning: { ...diagnostic, message: describeWithFlags(diagnostic) } }))}\n`
          : `paralign: warning: ${oneLine(describeWithFlags(diagnostic))}\n`,
      );
    },
    progress: (line) => progress.show(oneLine(line)),
  };
}
