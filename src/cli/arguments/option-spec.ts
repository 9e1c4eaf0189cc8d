/** The option table: what one line of it says, and what parsing makes of it. */

/** What an option takes; it decides validation and what the shell completes. */
type ValueKind = 'text' | 'file' | 'folder' | 'integer' | 'number' | 'choice';

/** An option's value as help shows it and the parser checks it. */
interface ValueSpec {
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
type OptionGroup = (typeof optionGroups)[number];

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
