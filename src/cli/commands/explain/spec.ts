import type { CommandSpec } from '../command.js';
import { alignOptionTable } from '../../arguments/options.js';

/** `paralign explain A B --bead N`. */
export const explain: CommandSpec = {
  description:
    'Aligns the sources as "paralign align" does with the same options and shows why a row came out\nas it did: what speaks for and against it, what would stand there instead, and other beads that\nshare a sentence with it. Rows have the numbers (id) of the csv output.',
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
    {
      long: 'bead',
      group: 'Output',
      value: { name: 'N', kind: 'integer', min: 1 },
      summary: 'The row to explain: its id in the csv output (required)',
    },
    ...alignOptionTable,
  ],
  examples: [
    {
      command: 'paralign explain report.en.txt report.es.txt --bead 12',
      meaning: 'why row 12 is as it is',
    },
    {
      command: 'paralign explain report.en.txt report.es.txt --bead 12 --json',
      meaning: 'the same for programs, every feature with its part of the score',
    },
  ],
  async run(context, args) {
    const { readExplainRequest } = await import('./request.js');
    const request = readExplainRequest(context, args);
    const { runExplain } = await import('./run.js');
    return runExplain(context, request);
  },
};
