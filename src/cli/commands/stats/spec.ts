import { tableInputOptions } from '../../arguments/options.js';
import type { CommandSpec } from '../command.js';

/** `paralign stats FILE...`. */
export const stats: CommandSpec = {
  description:
    'Counts what is in alignments: pairs by type, confidence, quality, status and check, the languages, how\nmuch longer one text is than the other, and how much of each chapter has a counterpart (of each tenth of\na text whose headings are not known). It takes reviews, translation memories, tables and everything that\nparalign wrote itself; a folder stands for the results of "paralign batch" in it, or all such files. Large\nfiles are counted row by row.',
  arguments: [
    {
      name: 'FILE',
      summary: 'A review, a translation memory, a table of linked texts, or a folder of them',
      kind: 'file',
      max: Infinity,
    },
  ],
  options: [
    ...tableInputOptions,
    {
      long: 'coverage',
      group: 'Output',
      negatable: true,
      default: true,
      summary: 'List how much of each chapter is in pairs',
    },
  ],
  examples: [
    { command: 'paralign stats pairs.csv', meaning: 'print the numbers of one alignment' },
    { command: 'paralign stats results/', meaning: 'of all results of a batch, file by file' },
    {
      command: 'paralign stats book.paralign --json | jq .total.statuses',
      meaning: 'print how many rows of a review are accepted, rejected and open',
    },
  ],
  async run(context, args) {
    const { readStatsRequest } = await import('./request.js');
    const request = readStatsRequest(args);
    const { runStats } = await import('./run.js');
    return runStats(context, request);
  },
};
