import { outputOptions } from '../../arguments/options.js';
import type { CommandSpec } from '../command.js';

/** `paralign compare A B`. */
export const compare: CommandSpec = {
  description:
    'Compares two alignments of the same texts: an aligner with a person, two people, two settings. It\ncounts the links that both have and that only one has, with strict and lax precision, recall and F1 of\nthe first against the second (as "paralign score" counts), and how far decisions agree beyond chance\n(Cohen\'s kappa, over rows that both have decided on). Then it lists the places where they differ, in the\norder of the text. Files are reviews, everything that paralign writes but html, epub and docx, and links\nby sentence number; the two must count the same sentences. Moses and columns hold texts without\nnumbers: they are found in the other file, if that has the texts, too.',
  arguments: [
    { name: 'A', summary: 'An alignment', kind: 'file' },
    { name: 'B', summary: 'Another one of the same texts', kind: 'file' },
  ],
  options: [
    {
      ...outputOptions.output,
      summary: 'Write the places to FILE (.csv or .tsv), one row of an alignment a line',
    },
    outputOptions.clobber,
    {
      long: 'list',
      group: 'Output',
      negatable: true,
      default: true,
      summary: 'List the places where the two differ',
    },
    {
      long: 'min-f1',
      group: 'Run',
      value: { name: 'F1', kind: 'number', min: 0, max: 1 },
      summary: 'Exit with 1 if the strict F1 is lower',
    },
  ],
  examples: [
    { command: 'paralign compare aligned.csv gold.csv', meaning: 'show where an aligner is wrong' },
    {
      command: 'paralign compare ann.paralign ben.paralign -o differences.csv',
      meaning: 'compare the reviews of two people, and write a list to walk through',
    },
    {
      command: 'paralign compare ann.paralign ben.paralign --json | jq .decisions.kappa',
      meaning: 'print how far their decisions agree',
    },
  ],
  async run(context, args) {
    const { readCompareRequest } = await import('./request.js');
    const request = readCompareRequest(context, args);
    const { runCompare } = await import('./run.js');
    return runCompare(context, request);
  },
};
