/**
 * What a command is. A command is one file in `commands/` that exports a `CommandSpec`, and one
 * line in `command-table.ts`; help, completions, the man page and the README tables are made from
 * the two. A spec must be cheap to import: heavy modules (ink, transformers, the stages) are
 * imported inside `run`.
 */
import type { Diagnostic } from '../../diagnostics.js';
import type { ExitCode } from '../../errors.js';
import type { ArgumentSpec, OptionSpec, ParsedArguments } from '../arguments/option-spec.js';
import type { SettingSources } from '../arguments/settings.js';
import type { Output } from '../output/output.js';

/** A command line as a user would type it, and what it is for. */
export interface Example {
  readonly command: string;
  readonly meaning: string;
}

/** Everything a command may touch of the world. */
export interface CommandContext {
  /** The result and nothing else. */
  readonly stdout: Output;
  /** Progress, warnings, summaries. */
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
  /** Settings from outside the command line, for those that show or use them as such. */
  readonly settings: SettingSources;
  /** All commands, for those that speak of them. */
  readonly commands: readonly CommandEntry[];
  /** `--quiet`: no progress, no summaries, no warnings. */
  readonly quiet: boolean;
  /** `--verbose`. */
  readonly verbose: boolean;
  /** `--json`: the result as one JSON document where the command has one; errors as JSON. */
  readonly json: boolean;
  /** False with `--no-input`: never ask, never open a screen. */
  readonly mayAsk: boolean;
  /** Aborts on a signal while work is held, or standard input is waited for. */
  readonly signal: AbortSignal;
  /** Runs work that is not to be cut off by a signal: it ends by itself once `signal` aborts. */
  holding<T>(work: () => Promise<T>): Promise<T>;
  /** Inside of it, runs a long computation during which a signal ends the program at once. */
  endingAtOnce<T>(work: () => Promise<T>): Promise<T>;
  /** Reports a diagnostic on stderr (nothing when quiet). */
  warn(diagnostic: Diagnostic): void;
  /** One line of progress on stderr, replaced by the next; shown only when stderr is a terminal. */
  progress(line: string): void;
}

/** A command: its table, and what it does. Returns the exit code, 0 when nothing is returned. */
export interface CommandSpec {
  /** A paragraph or two under the usage line of help. */
  readonly description?: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly Example[];
  /** Runs with settings that are wrong as well, to say what is wrong with them. */
  readonly explainsSettings?: true;
  run(context: CommandContext, args: ParsedArguments): Promise<ExitCode | void>;
}

/** A line of the command table. */
export interface CommandEntry {
  /** A verb, lower case. */
  readonly name: string;
  /** One line, starts with a capital, no full stop. */
  readonly summary: string;
  load(): Promise<CommandSpec>;
}
