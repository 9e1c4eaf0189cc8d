import type { CommandSpec } from '../command.js';
import { shells } from './shells.js';

/** `paralign completion SHELL`. */
export const completion: CommandSpec = {
  description: 'Prints a script that lets the shell complete commands, options and their values.',
  arguments: [{ name: 'SHELL', summary: 'bash, zsh or fish', kind: 'choice', choices: shells }],
  options: [],
  examples: [
    {
      command: 'source <(paralign completion bash)',
      meaning: 'for bash: put this line in ~/.bashrc',
    },
    {
      command: 'paralign completion zsh > "${fpath[1]}/_paralign"',
      meaning: 'for zsh: run this once',
    },
    {
      command: 'paralign completion fish > ~/.config/fish/completions/paralign.fish',
      meaning: 'for fish: run this once',
    },
  ],
  async run(context, args) {
    const { readCompletionRequest } = await import('./request.js');
    const request = readCompletionRequest(args);
    const { runCompletion } = await import('./run.js');
    return runCompletion(context, request);
  },
};
