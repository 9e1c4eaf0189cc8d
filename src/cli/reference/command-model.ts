/** The tables as completion scripts, the man page and the README's tables need them. */
import type { ArgumentSpec, OptionSpec } from '../arguments/option-spec.js';
import type { CommandEntry, CommandSpec, Example } from '../commands/command.js';

/** A command with everything known about it. */
export interface CommandModel {
  readonly name: string;
  readonly summary: string;
  readonly description: string | undefined;
  readonly arguments: readonly ArgumentSpec[];
  /** Its own ones; the global ones apart. */
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

/** The flags as typed: `--checks` and `--no-checks` for a negatable one. */
export function flagsOf({ long, short, negatable }: OptionSpec): string[] {
  return [...(short ? [`-${short}`] : []), `--${long}`, ...(negatable ? [`--no-${long}`] : [])];
}
