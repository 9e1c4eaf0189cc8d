import { globalOptions } from '../../../src/cli/arguments/options.js';
import type { ParsedArguments } from '../../../src/cli/arguments/option-spec.js';
import { parseArguments } from '../../../src/cli/arguments/parse-arguments.js';
import type { CommandSpec } from '../../../src/cli/commands/command.js';

/** The arguments of a command as the program parses them, without settings from elsewhere. */
export function parsed(spec: CommandSpec, line: string): ParsedArguments {
  return parseArguments(line.split(' '), {
    usage: 'paralign x',
    options: [...spec.options, ...globalOptions],
    arguments: spec.arguments,
  });
}
