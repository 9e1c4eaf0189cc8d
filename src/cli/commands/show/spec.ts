import { reviewFilterOptions } from '../../arguments/filter-option-specs.js';
import { tableInputOptions, viewOptions } from '../../arguments/options.js';
import type { CommandSpec } from '../command.js';
import { tableOperands } from '../table-operands.js';

/** `paralign show FILE.paralign`. */
export const show: CommandSpec = {
  description:
    'Prints a summary of a review and its pairs side by side, with all your decisions and edits. It also\ntakes files that link texts themselves: translation memories, tables, and what paralign wrote itself.\nThe file is not changed, and may be open elsewhere.',
  arguments: tableOperands,
  options: [
    ...tableInputOptions,
    ...Object.values(viewOptions),
    ...Object.values(reviewFilterOptions),
  ],
  examples: [
    { command: 'paralign show book.paralign', meaning: 'read the pairs on the terminal' },
    {
      command: 'paralign show book.paralign --checks',
      meaning: 'show only pairs in which a number, date, name or negation differs',
    },
    {
      command: 'paralign show book.paralign --status rejected --all',
      meaning: 'show what was rejected, sentence by sentence',
    },
  ],
  async run(context, args) {
    const { readShowRequest } = await import('./request.js');
    const request = readShowRequest(args);
    const { runShow } = await import('./run.js');
    return runShow(context, request);
  },
};
