/**
 * What a command is. A command is one file in `commands/` that exports a `CommandSpec`, and one
 * line in `command-table.ts`; help, completions, the man page and the README tables are made from
 * the two. A spec must be cheap to import: heavy modules (ink, transformers, the stages) are
 * imported inside `run`.
 */
import type { Diagnostic } from '../diagnostics.js';
import type { ExitCode } from '../errors.js';

/** What an option takes; it decides validation and what the shell completes. */
export type ValueKind = 'text' | 'file' | 'folder' | 'integer' | 'number' | 'choice';

/** An option's value as help shows it and the parser checks it. */
export interface ValueSpec {
  /** Shown in help: `FILE`, `N`, `auto|parallel|comparable` is made from `choices`. */
  readonly name: string;
  readonly kind: ValueKind;
  /** For `choice`: all that is allowed. */
  readonly choices?: readonly string[];
  /** For `integer` and `number`, inclusive. */
  readonly min?: number;
  readonly max?: number;
}

/** Headings of help, in this order. */
export const optionGroups = ['Input', 'Alignment', 'Output', 'Run', 'General'] as const;

/** One heading of help. */
export type OptionGroup = (typeof optionGroups)[number];

/** One line of the option table. */
export interface OptionSpec {
  /** Long name without dashes: `output`; for `--no-checks` it is `checks` with `negatable`. */
  readonly long: string;
  /** One letter without the dash. */
  readonly short?: string;
  /** Absent for a flag. */
  readonly value?: ValueSpec;
  /** The flag also exists as `--no-<long>`. */
  readonly negatable?: boolean;
  /** May be given more than once; values are collected in order. */
  readonly repeatable?: boolean;
  readonly group: OptionGroup;
  /** One line, starts with a capital, no full stop. */
  readonly summary: string;
  /** What holds when nothing sets it: shown in help, and used by the parser. */
  readonly default?: string | number | boolean;
  /** Also read from `PARALIGN_<LONG>` and from the config files. */
  readonly configurable?: boolean;
}

/** One operand. */
export interface ArgumentSpec {
  readonly name: string;
  readonly summary: string;
  readonly kind: 'file' | 'folder' | 'text' | 'choice';
  readonly choices?: readonly string[];
  /** How many at least and at most; 1 and 1 when absent. `max` may be Infinity for the last one. */
  readonly min?: number;
  readonly max?: number;
}

/** A command line as a user would type it, and what it is for. */
export interface Example {
  readonly command: string;
  readonly meaning: string;
}

/** Where a value came from, strongest first. */
export type Origin = 'flag' | 'environment' | 'project' | 'user' | 'default';

/**
 * The command line after checking against the table. Getters throw TypeError for an option the
 * command's table doesn't have: a bug, not bad input.
 */
export interface ParsedArguments {
  readonly operands: readonly string[];
  /** A flag's value; its default, or false. */
  flag(long: string): boolean;
  /** A text, file, folder or choice value; its default, or undefined. */
  text(long: string): string | undefined;
  /** A number value, checked against min and max; its default, or undefined. */
  number(long: string): number | undefined;
  /** All values of a repeatable option, in order. */
  list(long: string): readonly string[];
  /** Where the value came from. */
  origin(long: string): Origin;
}

/** A stream a command writes to. */
export interface Output {
  /** Resolves when the stream can take more: await it in loops. A closed pipe ends the program quietly. */
  write(text: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
  /** Width to wrap to; 80 when it is not a terminal. */
  readonly columns: number;
  /** Whether colour codes may be written to this stream. */
  readonly color: boolean;
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
  /** `--quiet`: no progress, no summaries, no warnings. */
  readonly quiet: boolean;
  /** `--verbose`. */
  readonly verbose: boolean;
  /** `--json`: the result as one JSON document where the command has one; errors as JSON. */
  readonly json: boolean;
  /** False with `--no-input`: never ask, never open a screen. */
  readonly mayAsk: boolean;
  /** Aborts on SIGINT and SIGTERM; long loops check it. */
  readonly signal: AbortSignal;
  /** Runs a long computation during which a signal ends the program at once: nothing is open then. */
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
