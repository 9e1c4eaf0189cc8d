import type { CommandSpec } from '../command.js';
import { outputOptions, tableInputOptions } from '../../arguments/options.js';
import { tableOperands } from '../table-operands.js';

/** `paralign terms FILE`. */
export const terms: CommandSpec = {
  description:
    'Lists candidate terms and their translations, the best first: words and groups of words that an\nalignment pairs time and again. FILE is a review, what paralign wrote, a translation memory or a table\nof linked texts. Of every term you get its forms, in how many pairs it occurs in either text and in both,\nthe strength of the association (log-likelihood ratio) and an example. The CSV can be used as it is with\n--glossary. On a terminal, the default is a readable list.',
  arguments: tableOperands,
  options: [
    ...tableInputOptions,
    {
      long: 'between',
      group: 'Input',
      value: { name: 'A,B', kind: 'text' },
      summary:
        'With three or more texts: the two to look at, by language, letter or number (default: the first two)',
    },
    {
      long: 'least',
      group: 'Output',
      value: { name: 'N', kind: 'integer', min: 2, max: 1_000_000 },
      summary: 'List terms that are paired in at least so many rows',
      default: 3,
    },
    {
      long: 'top',
      group: 'Output',
      value: { name: 'N', kind: 'integer', min: 1, max: 1_000_000 },
      summary: 'List at most so many terms',
      default: 200,
    },
    outputOptions.output,
    outputOptions.clobber,
    {
      long: 'format',
      group: 'Output',
      value: { name: 'FORMAT', kind: 'choice', choices: ['csv', 'tbx', 'json'] },
      summary: 'Format of the list (default: by the ending of FILE, otherwise csv)',
    },
    { ...outputOptions.bom, summary: 'Begin csv with a byte order mark (for Excel)' },
    { ...outputOptions.delimiter, summary: 'Separator of csv columns' },
    outputOptions.spreadsheetSafe,
  ],
  examples: [
    { command: 'paralign terms book.paralign', meaning: 'read the terms on the terminal' },
    {
      command: 'paralign terms memory.tmx -o terms.csv',
      meaning: 'write them as a table, to be corrected and used with --glossary',
    },
    {
      command: 'paralign terms book.csv --least 5 --top 1000 -o terms.tbx',
      meaning: 'write them for a term base, if they are paired in five rows or more',
    },
  ],
  async run(context, args) {
    const { readTermsRequest } = await import('./request.js');
    const request = readTermsRequest(context, args);
    const { runTerms } = await import('./run.js');
    return runTerms(context, request);
  },
};
