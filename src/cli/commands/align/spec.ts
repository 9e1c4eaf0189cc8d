import { startTextWorkerAhead } from '../../../pipeline/threads/early-thread.js';
import type { CommandSpec } from '../command.js';
import {
  filterOptions,
  leftOutOption,
  splitOption,
  wordsOption,
} from '../../arguments/filter-option-specs.js';
import {
  alignOptionTable,
  outputOptions,
  threadsOption,
  viewOptions,
} from '../../arguments/options.js';

/** `paralign align A B [C ...]`. */
export const align: CommandSpec = {
  description:
    'Detects the language of every paragraph, splits the text into sentences, and finds the sentences\nthat correspond. Every sentence is in the result exactly once, with or without a partner.',
  arguments: [
    {
      name: 'SOURCE',
      summary:
        'Text or Markdown files; - is standard input. One file is enough if it is in two languages',
      kind: 'file',
      min: 1,
      max: Infinity,
    },
  ],
  options: [
    ...alignOptionTable,
    ...Object.values(outputOptions),
    ...Object.values(filterOptions),
    leftOutOption,
    splitOption,
    wordsOption,
    {
      long: 'show',
      group: 'Output',
      summary: 'Also show the pairs on the terminal when writing them to FILE',
    },
    ...Object.values(viewOptions),
    threadsOption,
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
      meaning: 'align three texts and print JSON for other programs',
    },
    {
      command: 'paralign align mixed.txt',
      meaning: 'align the two languages of one file with each other',
    },
    {
      command: 'paralign align a.en a.fr --segmented --lang en,fr --format vecalign',
      meaning: 'keep the lines as sentences, and write the vecalign format',
    },
  ],
  async run(context, args) {
    const { readAlignRequest } = await import('./request.js');
    const request = readAlignRequest(context, args);
    startTextWorkerAhead(request.sources, request.threads);
    const { runAlign } = await import('./run.js');
    return runAlign(context, request);
  },
};
