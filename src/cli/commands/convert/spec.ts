import type { CommandSpec } from '../command.js';
import { filterOptions, outputOptions, viewOptions } from '../../arguments/options.js';

/** `paralign convert FILE.paralign --format csv -o FILE`. */
export const convert: CommandSpec = {
  description:
    'Writes a review, decisions and edits included, in any output format; a terminal gets the readable\nview when no format is named. What was decided but not yet\nsaved (the journal beside the file) is included. The review itself is not touched, and may be open\nelsewhere meanwhile.',
  arguments: [{ name: 'FILE', summary: 'The review file (FILE.paralign)', kind: 'file' }],
  options: [
    ...Object.values(outputOptions),
    {
      long: 'rejected',
      group: 'Output',
      summary:
        'Take rejected rows for pairs, also where the format cannot say that they are rejected',
    },
    ...Object.values(filterOptions),
    ...Object.values(viewOptions),
  ],
  examples: [
    {
      command: 'paralign convert book.paralign --format csv -o book.csv',
      meaning: 'export a review as CSV',
    },
    {
      command: 'paralign convert book.paralign --format tsv --pairs-only',
      meaning: 'print the pairs only, without what is unmatched',
    },
    {
      command: 'paralign convert book.paralign --status accepted,edited -o checked.csv',
      meaning: 'export what a person agreed to',
    },
  ],
  async run(context, args) {
    const { readConvertRequest } = await import('./request.js');
    const request = readConvertRequest(context, args);
    const { runConvert } = await import('./run.js');
    return runConvert(context, request);
  },
};
