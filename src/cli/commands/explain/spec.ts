import type { CommandSpec } from '../command.js';
import { alignOptionTable } from '../../arguments/options.js';

/** `paralign explain A B --bead N`. */
export const explain: CommandSpec = {
  description:
    'Aligns the sources as "paralign align" does with the same options, and explains one row in\nwords: what speaks for and against it, and what else its sentences could have been paired with. A row\nis given by its number, which is its id in the CSV output. --verbose adds the numbers behind it.',
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
    {
      long: 'bead',
      group: 'Output',
      value: { name: 'N', kind: 'integer', min: 1 },
      summary: 'The row to explain, by its id in the CSV output (required)',
    },
    ...alignOptionTable,
  ],
  examples: [
    {
      command: 'paralign explain report.en.txt report.es.txt --bead 12',
      meaning: 'explain why the sentences of row 12 were paired',
    },
    {
      command: 'paralign explain report.en.txt report.es.txt --bead 12 --json',
      meaning: 'print the same as JSON, with every feature and its share of the score',
    },
  ],
  async run(context, args) {
    const { readExplainRequest } = await import('./request.js');
    const request = readExplainRequest(context, args);
    const { runExplain } = await import('./run.js');
    return runExplain(context, request);
  },
};
