import type { CommandSpec } from '../command.js';
import { filterOptions, outputOptions, viewOptions } from '../../arguments/options.js';

/** `paralign convert FILE.paralign --format csv -o FILE`. */
export const convert: CommandSpec = {
  description:
    'Writes a review to any output format, including your decisions and edits, saved or not. If no\nformat is named, a terminal gets the readable view. The review is not changed, and may be open\nelsewhere.',
  arguments: [{ name: 'FILE', summary: 'The review file (FILE.paralign)', kind: 'file' }],
  options: [
    ...Object.values(outputOptions),
    {
      long: 'rejected',
      group: 'Output',
      summary: 'Write rejected rows as pairs, even if the format cannot mark them as rejected',
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
