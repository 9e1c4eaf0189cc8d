/** The types of the option table and of a parsed command line. */

/** The kind of an option's value, which decides validation and shell completion. */
type ValueKind = 'text' | 'file' | 'folder' | 'integer' | 'number' | 'choice';

/** An option's value, for help and for the parser. */
interface ValueSpec {
  /** Shown in help (`FILE`, `N`), unless there are `choices`. */
  readonly name: string;
  readonly kind: ValueKind;
  /** For `choice`: the allowed values. */
  readonly choices?: readonly string[];
  /** For `integer` and `number`, inclusive. */
  readonly min?: number;
  readonly max?: number;
}

/** The headings of help, in order. */
export const optionGroups = ['Input', 'Alignment', 'Output', 'Run', 'General'] as const;

/** One heading of help. */
type OptionGroup = (typeof optionGroups)[number];

/** One line of the option table. */
export interface OptionSpec {
  /** Long name without dashes: `output`; for `--no-checks`, `checks` with `negatable`. */
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
  /** The value if nothing sets it; help shows it. */
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
  /** How many, 1 by default. `max` may be Infinity for the last operand. */
  readonly min?: number;
  readonly max?: number;
}

/** Where a value came from, strongest first. */
export type Origin = 'flag' | 'environment' | 'project' | 'user' | 'default';

/**
 * A checked command line. Getters throw TypeError for an option that is not in the command's table,
 * which is a bug and not bad input.
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
