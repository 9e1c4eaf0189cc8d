import type { CommandContext, ParsedArguments } from './command.js';

/** Runs `paralign align`. */
export async function runAlign(_context: CommandContext, _args: ParsedArguments): Promise<void> {
  throw new Error('not yet');
}
