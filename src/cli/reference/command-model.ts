/** The command tables, for completion scripts, the man page and docs/commands.md. */
import type { ArgumentSpec, OptionSpec } from '../arguments/option-spec.js';
import type { CommandEntry, CommandSpec, Example } from '../commands/command.js';

/** Everything known about a command. */
export interface CommandModel {
  readonly name: string;
  readonly summary: string;
  readonly description: string | undefined;
  readonly arguments: readonly ArgumentSpec[];
  /** Without the global options. */
  readonly options: readonly OptionSpec[];
  readonly examples: readonly Example[];
}

/** All commands with their tables loaded. */
export function commandModels(commands: readonly CommandEntry[]): Promise<CommandModel[]> {
  return Promise.all(commands.map(async (entry) => toModel(entry, await entry.load())));
}

function toModel({ name, summary }: CommandEntry, spec: CommandSpec): CommandModel {
  const { description, arguments: operands, options, examples } = spec;
  return { name, summary, description, arguments: operands, options, examples };
}

/** The flags as typed: for a negatable option, `--checks` and `--no-checks`. */
export function flagsOf({ long, short, negatable }: OptionSpec): string[] {
  return [...(short ? [`-${short}`] : []), `--${long}`, ...(negatable ? [`--no-${long}`] : [])];
}
