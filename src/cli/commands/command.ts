/**
 * What a command is: a folder in `commands/` whose `spec.ts` exports a `CommandSpec`, and an entry in
 * `command-table.ts`. Help, completions, the man page and docs/commands.md are generated from the
 * two. A spec must be cheap to import: heavy modules (ink, transformers, the stages) are imported
 * inside `run`.
 */
import type { Diagnostic } from '../../diagnostics.js';
import type { ExitCode } from '../../errors.js';
import type { ArgumentSpec, OptionSpec, ParsedArguments } from '../arguments/option-spec.js';
import type { SettingSources } from '../arguments/settings.js';
import type { WhenUnread } from '../../platform/signals.js';
import type { Output } from '../output/output.js';

/** A command line as a user would type it, and what it does. */
export interface Example {
  readonly command: string;
  readonly meaning: string;
}

/** A command's only access to the outside world. */
export interface CommandContext {
  /** For the result only. */
  readonly stdout: Output;
  /** For progress, warnings and summaries. */
  readonly stderr: Output;
  /** The raw streams, for ink and for reading stdin. */
  readonly streams: {
    readonly stdin: NodeJS.ReadStream;
    readonly stdout: NodeJS.WriteStream;
    readonly stderr: NodeJS.WriteStream;
  };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly version: string;
  /** Settings from outside the command line, for commands that show or use them directly. */
  readonly settings: SettingSources;
  /** All commands, for those that list them. */
  readonly commands: readonly CommandEntry[];
  /** `--quiet`: no progress, no summaries, no warnings. */
  readonly quiet: boolean;
  /** `--verbose`. */
  readonly verbose: boolean;
  /** `--json`: the result as one JSON document if the command supports it; errors as JSON. */
  readonly json: boolean;
  /** False with `--no-input`: never ask, never open a screen. */
  readonly mayAsk: boolean;
  /** Aborts on a signal during `holding`, or while waiting for standard input. */
  readonly signal: AbortSignal;
  /** Runs work that a signal must not interrupt; it must end by itself once `signal` aborts. */
  holding<T>(work: () => Promise<T>): Promise<T>;
  /** Inside `holding`, runs a long computation that a signal may interrupt at once. */
  endingAtOnce<T>(work: () => Promise<T>): Promise<T>;
  /** Prints a warning on stderr, unless quiet. */
  warn(diagnostic: Diagnostic): void;
  /** Shows a line of progress in place of the last one, if stderr is a terminal. */
  progress(line: string): void;
}

/** A command: its options, operands and code. `run` returns the exit code, by default 0. */
export interface CommandSpec {
  /** A paragraph or two under the usage line of help. */
  readonly description?: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly Example[];
  /** Runs even if settings are invalid, in order to explain them. */
  readonly explainsSettings?: true;
  /** What it does when nobody reads standard output any more (default: it ends quietly). */
  readonly whenUnread?: WhenUnread;
  run(context: CommandContext, args: ParsedArguments): Promise<ExitCode | void>;
}

/** An entry of the command table. */
export interface CommandEntry {
  /** A verb, lower case. */
  readonly name: string;
  /** One line, starts with a capital, no full stop. */
  readonly summary: string;
  load(): Promise<CommandSpec>;
}
