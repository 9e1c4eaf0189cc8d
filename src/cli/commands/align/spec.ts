import type { CommandSpec } from '../command.js';
import { alignOptionTable, outputOptions, viewOptions } from '../../arguments/options.js';

/** `paralign align A B [C ...]`. */
export const align: CommandSpec = {
  description:
    'Detects the language of every paragraph, splits sentences, and aligns the sources sentence by\nsentence. Every sentence is in the result exactly once, unmatched ones too.',
  arguments: [
    {
      name: 'SOURCE',
      summary: 'Text or Markdown files, - for stdin; one is enough if it has two languages',
      kind: 'file',
      min: 1,
      max: Infinity,
    },
  ],
  options: [
    ...alignOptionTable,
    ...Object.values(outputOptions),
    {
      long: 'show',
      group: 'Output',
      summary: 'Show the pairs on the terminal as well when they are written to FILE',
    },
    ...Object.values(viewOptions),
  ],
  examples: [
    {
      command: 'paralign align report.en.txt report.es.txt',
      meaning: 'show the pairs on the terminal',
    },
    {
      command: 'paralign align report.en.txt report.es.txt -o pairs.csv',
      meaning: 'write them to a CSV file',
    },
    {
      command: 'paralign align a.txt b.txt c.txt --json | jq .rows',
      meaning: 'three sources side by side, as JSON for other programs',
    },
    {
      command: 'paralign align mixed.txt',
      meaning: 'one file in two languages: align its halves with each other',
    },
    {
      command: 'paralign align a.en a.fr --segmented --lang en,fr --format vecalign',
      meaning: 'one sentence a line already, for another tool',
    },
  ],
  async run(context, args) {
    const { readAlignRequest } = await import('./request.js');
    const request = readAlignRequest(context, args);
    const { runAlign } = await import('./run.js');
    return runAlign(context, request);
  },
};
