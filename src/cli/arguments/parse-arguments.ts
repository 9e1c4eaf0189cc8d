/**
 * Parses the command line according to the option table. Node's `parseArgs` splits it (GNU long
 * options, bundled short ones, `--`); this module checks it and adds defaults and settings, so that
 * every command reports mistakes in the same words.
 */
import { parseArgs } from 'node:util';
import { AppError } from '../../errors.js';
import { badConfig } from './bad-config.js';
import type { ArgumentSpec, OptionSpec, Origin, ParsedArguments } from './option-spec.js';
import { describeValue } from './option-text.js';
import { suggest } from './suggest.js';

/** A value from the environment or a config file, and where it came from. */
export interface Setting {
  readonly value: string | number | boolean | readonly string[];
  readonly origin: Exclude<Origin, 'flag' | 'default'>;
  /** For messages: `PARALIGN_MODE`, or the place in a file. */
  readonly where: string;
}

/** Settings by an option's long name. */
export type Settings = ReadonlyMap<string, Setting>;

type Value = string | number | boolean | readonly string[];

interface ParsedValue {
  readonly value: Value | undefined;
  readonly origin: Origin;
}

function usageError(message: string, hint: string): AppError {
  return new AppError('usage', message, { hint });
}

/** What a command line may contain. */
export interface ArgumentTable {
  /** For the hint: `paralign align`. */
  readonly usage: string;
  readonly options: readonly OptionSpec[];
  readonly arguments: readonly ArgumentSpec[];
  /** Treat everything from the first operand on as operands. */
  readonly stopAtOperand?: boolean;
}

/** Reads options and operands. Throws AppError `usage` (exit 2) with the nearest suggestion. */
export function parseArguments(
  argv: readonly string[],
  table: ArgumentTable,
  settings: Settings = new Map(),
): ParsedArguments {
  const hint = `see "${table.usage} --help"`;
  const { given, operands } = readTokens(argv, table, hint);
  const values = new Map<string, ParsedValue>();
  for (const spec of table.options) {
    const raw = given.get(spec.long);
    const setting = spec.configurable ? settings.get(spec.long) : undefined;
    if (raw !== undefined)
      values.set(spec.long, {
        value: check(spec, raw, `--${spec.long}`, (message) => usageError(message, hint)),
        origin: 'flag',
      });
    else if (setting)
      values.set(spec.long, {
        value: check(spec, setting.value, setting.where, (message) => badConfig(message)),
        origin: setting.origin,
      });
    else values.set(spec.long, { value: spec.default, origin: 'default' });
  }
  if (values.get('help')?.value !== true && values.get('version')?.value !== true)
    checkOperands(operands, table.arguments, hint);
  return new CheckedArguments(operands, values);
}

/** The unchecked value of each option, by its long name, and the operands. */
function readTokens(
  argv: readonly string[],
  { options, stopAtOperand = false }: ArgumentTable,
  hint: string,
): { readonly given: ReadonlyMap<string, Value>; readonly operands: readonly string[] } {
  const flags = new Map(options.map((spec) => [spec.long, { spec, on: true }]));
  for (const spec of options) if (spec.negatable) flags.set(`no-${spec.long}`, { spec, on: false });
  const config = [...flags].map(([name, { spec, on }]) => {
    const type = spec.value ? ('string' as const) : ('boolean' as const);
    return [name, { type, ...(on && spec.short && { short: spec.short }) }] as const;
  });
  // Not strict: mistakes are reported below, in the program's own words.
  const { tokens } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(config),
    strict: false,
    tokens: true,
  });
  const given = new Map<string, Value>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (stopAtOperand) return { given, operands: argv.slice(token.index) };
      operands.push(token.value);
    }
    if (token.kind !== 'option') continue;
    const { name, value } = token;
    const { spec, on } = flags.get(name) ?? {};
    if (!spec || (!spec.value && value !== undefined)) {
      const written = argv[token.index] ?? '';
      throw usageError(unknownOption(written, name, [...flags.keys()]), hint);
    }
    if (spec.value && value === undefined)
      throw usageError(`--${name} needs a value (${describeValue(spec.value)})`, hint);
    const before = given.get(name);
    const list = typeof before === 'object' ? before : [];
    given.set(spec.long, spec.repeatable ? [...list, value ?? ''] : (value ?? on === true));
  }
  return { given, operands };
}

/** `written` is the argument as typed (`--name=value`, `-xyz`), `name` the unknown option in it. */
function unknownOption(written: string, name: string, known: readonly string[]): string {
  if (!written.startsWith('--')) {
    const rest = written.slice(written.indexOf(name)).replace(/=.*$/s, '');
    return `unknown option "-${rest}"`;
  }
  const nearest = suggest(
    `--${name}`,
    known.map((option) => `--${option}`),
  );
  return `unknown option "--${name}"${nearest ? `; did you mean "${nearest}"?` : ''}`;
}

/** What is wrong with a setting; undefined if it is valid. */
export function settingProblem(spec: OptionSpec, setting: Setting): string | undefined {
  try {
    check(spec, setting.value, setting.where, (message) => badConfig(message));
    return undefined;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

/** `fail` creates the error: bad flags are usage errors, bad settings configuration errors. */
function check(
  spec: OptionSpec,
  raw: unknown,
  where: string,
  fail: (message: string) => AppError,
): Value {
  if (!spec.value) {
    if (typeof raw === 'boolean') return raw;
    if (['1', 'true', 'yes', 'on'].includes(String(raw))) return true;
    if (['0', 'false', 'no', 'off', ''].includes(String(raw))) return false;
    throw fail(`${where} must be true or false, not "${String(raw)}"`);
  }
  if (spec.repeatable) {
    const list = Array.isArray(raw) ? raw : [raw];
    return list.map((item: unknown) => String(item));
  }
  const text = String(raw);
  const { kind, choices, min, max } = spec.value;
  if (kind === 'choice' && choices && !choices.includes(text)) {
    const nearest = suggest(text, choices);
    throw fail(
      `${where} must be one of ${choices.join(', ')}, not "${text}"` +
        (nearest ? `; did you mean "${nearest}"?` : ''),
    );
  }
  if (kind === 'integer' || kind === 'number') {
    const number = /^[+-]?(\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : NaN;
    const fits = number >= (min ?? -Infinity) && number <= (max ?? Infinity);
    if (!fits || (kind === 'integer' && !Number.isSafeInteger(number)))
      throw fail(`${where} must be ${describeRange(spec.value)}, not "${text}"`);
    return number;
  }
  if (text === '' && kind !== 'text') throw fail(`${where} must not be empty`);
  return text;
}

function describeRange({ kind, min, max }: NonNullable<OptionSpec['value']>): string {
  const what = kind === 'integer' ? 'a whole number' : 'a number';
  if (min !== undefined && max !== undefined) return `${what} from ${min} to ${max}`;
  if (min !== undefined) return `${what}, at least ${min}`;
  return max === undefined ? what : `${what}, at most ${max}`;
}

function checkOperands(
  operands: readonly string[],
  specs: readonly ArgumentSpec[],
  hint: string,
): void {
  let room = 0;
  let needed = 0;
  for (const spec of specs) {
    needed += spec.min ?? 1;
    room += spec.max ?? Math.max(1, spec.min ?? 1);
    if (operands.length < needed)
      throw usageError(`missing ${spec.name}: ${asClause(spec.summary)}`, hint);
  }
  if (operands.length > room)
    throw usageError(
      room === 0
        ? `unexpected operand "${operands[0]}": the command takes none`
        : `unexpected operand "${operands[room]}": the command takes at most ${room}`,
      hint,
    );
}

/** A summary after a colon. */
function asClause(summary: string): string {
  return summary.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());
}

class CheckedArguments implements ParsedArguments {
  readonly #values: ReadonlyMap<string, ParsedValue>;

  constructor(
    readonly operands: readonly string[],
    values: ReadonlyMap<string, ParsedValue>,
  ) {
    this.#values = values;
  }

  #get(long: string): ParsedValue {
    const entry = this.#values.get(long);
    if (!entry) throw new TypeError(`no option "${long}" in this command's table`);
    return entry;
  }

  flag(long: string): boolean {
    return this.#get(long).value === true;
  }

  text(long: string): string | undefined {
    const { value } = this.#get(long);
    if (value === undefined) return undefined;
    if (typeof value !== 'string') throw new TypeError(`option "${long}" is not text`);
    return value;
  }

  number(long: string): number | undefined {
    const { value } = this.#get(long);
    if (value === undefined) return undefined;
    if (typeof value !== 'number') throw new TypeError(`option "${long}" is not a number`);
    return value;
  }

  list(long: string): readonly string[] {
    const { value } = this.#get(long);
    if (value === undefined) return [];
    if (typeof value !== 'object') throw new TypeError(`option "${long}" is not repeatable`);
    return value;
  }

  origin(long: string): Origin {
    return this.#get(long).origin;
  }
}
