import type { CommandSpec } from '../command.js';
import {
  reviewFilterOptions,
  leftOutOption,
  splitOption,
  wordsOption,
} from '../../arguments/filter-option-specs.js';
import { outputOptions, tableInputOptions, viewOptions } from '../../arguments/options.js';
import { tableOperands } from '../table-operands.js';

/** `paralign convert FILE.paralign --format csv -o FILE`. */
export const convert: CommandSpec = {
  description:
    'Writes a review in any output format, with all your decisions and edits. It also takes files that\nlink texts themselves: translation memories, tables, and what paralign wrote itself. On a terminal,\nthe default is the readable view. The file is not changed, and may be open elsewhere.',
  arguments: tableOperands,
  options: [
    ...tableInputOptions,
    ...Object.values(outputOptions),
    {
      long: 'rejected',
      group: 'Output',
      summary: 'Write rejected rows as pairs, even if the format cannot mark them as rejected',
    },
    ...Object.values(reviewFilterOptions),
    leftOutOption,
    splitOption,
    wordsOption,
    ...Object.values(viewOptions),
  ],
  examples: [
    {
      command: 'paralign convert book.paralign --format csv -o book.csv',
      meaning: 'export a review as CSV',
    },
    {
      command: 'paralign convert book.paralign --format tsv --pairs-only',
      meaning: 'print only the pairs, without unmatched sentences',
    },
    {
      command: 'paralign convert memory.tmx -o pairs.csv',
      meaning: 'turn a translation memory into a table',
    },
    {
      command: 'paralign convert book.paralign --status accepted,edited -o checked.csv',
      meaning: 'export only the pairs that a person has accepted or edited',
    },
  ],
  async run(context, args) {
    const { readConvertRequest } = await import('./request.js');
    const request = readConvertRequest(context, args);
    const { runConvert } = await import('./run.js');
    return runConvert(context, request);
  },
};
