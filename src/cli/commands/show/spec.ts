import { filterOptions, tableInputOptions, viewOptions } from '../../arguments/options.js';
import type { CommandSpec } from '../command.js';

/** `paralign show FILE.paralign`. */
export const show: CommandSpec = {
  description:
    'Prints the pairs of a review side by side, including decisions and edits, counts first; or those of\na file that links texts itself: a translation memory, a table. The file is not changed, and may be\nopen elsewhere.',
  arguments: [
    {
      name: 'FILE',
      summary: 'A review (FILE.paralign), or a translation memory or table of linked texts',
      kind: 'file',
    },
  ],
  options: [...tableInputOptions, ...Object.values(viewOptions), ...Object.values(filterOptions)],
  examples: [
    { command: 'paralign show book.paralign', meaning: 'read the pairs on the terminal' },
    {
      command: 'paralign show book.paralign --checks',
      meaning: 'only pairs in which a number, date, name or negation differs',
    },
    {
      command: 'paralign show book.paralign --status rejected --all',
      meaning: 'what was rejected, sentence by sentence',
    },
  ],
  async run(context, args) {
    const { readShowRequest } = await import('./request.js');
    const request = readShowRequest(args);
    const { runShow } = await import('./run.js');
    return runShow(context, request);
  },
};
