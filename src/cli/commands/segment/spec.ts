import type { CommandSpec } from '../command.js';
import { inputOptionTable } from '../../arguments/options.js';

/** `paralign segment FILE...`. */
export const segment: CommandSpec = {
  description:
    'Shows the sentences of each text as they would be aligned. --lines prints them one per line,\nwithout noise; you can correct them by hand and align them with --segmented.',
  arguments: [
    { name: 'FILE', summary: 'A text; - is standard input', kind: 'file', max: Infinity },
  ],
  options: [
    ...inputOptionTable,
    {
      long: 'text',
      group: 'Output',
      summary: 'Print the text as it was read, which all offsets point into',
    },
    {
      long: 'lines',
      group: 'Output',
      summary: 'Print only the sentences, one per line, without noise',
    },
  ],
  examples: [
    {
      command: 'paralign segment seeds/003*.txt',
      meaning: 'list the sentences with their numbers',
    },
    {
      command: 'paralign segment --lines seeds/000*.txt > 000.sentences',
      meaning: 'write one sentence per line, for align --segmented',
    },
  ],
  async run(context, args) {
    const { readSegmentRequest } = await import('./request.js');
    const request = readSegmentRequest(args);
    const { runSegment } = await import('./run.js');
    return runSegment(context, request);
  },
};
