import type { CommandSpec } from '../command.js';
import { inputOptionTable } from '../../arguments/options.js';

/** `paralign detect FILE...`. */
export const detect: CommandSpec = {
  description:
    'Shows the paragraphs of each text: their line numbers, their language with a confidence, and which\nare treated as noise (menus, adverts, leftover markup, exact repeats).',
  arguments: [
    { name: 'FILE', summary: 'A text; - is standard input', kind: 'file', max: Infinity },
  ],
  options: [...inputOptionTable],
  examples: [
    {
      command: 'paralign detect seeds/002*.txt',
      meaning: 'show the languages of a text written in two of them',
    },
    {
      command: 'paralign detect --json seeds/*.txt',
      meaning: 'print offsets, languages and noise of every paragraph, for a script',
    },
  ],
  async run(context, args) {
    const { readDetectRequest } = await import('./request.js');
    const request = readDetectRequest(args);
    const { runDetect } = await import('./run.js');
    return runDetect(context, request);
  },
};
