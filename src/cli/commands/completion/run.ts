import { commandModels } from '../../reference/command-model.js';
import type { CommandContext } from '../command.js';
import { bashCompletion } from './bash.js';
import { fishCompletion } from './fish.js';
import type { CompletionRequest } from './request.js';
import { zshCompletion } from './zsh.js';

const scripts = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** Runs `paralign completion SHELL`. */
export async function runCompletion(
  context: CommandContext,
  { shell }: CompletionRequest,
): Promise<void> {
  await context.stdout.write(scripts[shell](await commandModels(context.commands)));
}
