import { AppError } from '../../../errors.js';
import type { CommandContext } from '../command.js';
import { suggest } from '../../arguments/suggest.js';
import { bashCompletion } from './bash.js';
import { commandModels } from '../../reference/command-model.js';
import { fishCompletion } from './fish.js';
import { shells } from './shells.js';
import { zshCompletion } from './zsh.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** Runs `paralign completion SHELL`. */
export async function runCompletion(context: CommandContext, args: ParsedArguments): Promise<void> {
  const [shell = ''] = args.operands;
  const models = await commandModels(context.commands);
  switch (shell) {
    case 'bash':
      return context.stdout.write(bashCompletion(models));
    case 'zsh':
      return context.stdout.write(zshCompletion(models));
    case 'fish':
      return context.stdout.write(fishCompletion(models));
    default: {
      const nearest = suggest(shell, shells);
      throw new AppError(
        'usage',
        `no completion for "${shell}"${nearest ? `; did you mean "${nearest}"?` : ''}`,
        { hint: `shells are ${shells.join(', ')}` },
      );
    }
  }
}
