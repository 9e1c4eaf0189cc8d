import type { CommandSpec } from '../command.js';

/** `paralign score GOLD TEST...`. */
export const score: CommandSpec = {
  description:
    'Counts as the scorer of vecalign does: strict asks for both sides of a bead to be those of a\ngold bead, lax for a sentence of each side in common. Precision counts unaligned sentences,\nrecall does not. Files are in vecalign notation ([0, 1]:[2]:0.83). If GOLD is a folder, every\nTEST is one with files of the same base names; counts are pooled over documents.',
  arguments: [
    { name: 'GOLD', summary: 'The right alignment, or a folder of them', kind: 'file' },
    {
      name: 'TEST',
      summary: 'What to judge, - for stdin; each gets a line',
      kind: 'file',
      max: Infinity,
    },
  ],
  options: [
    {
      long: 'min-f1',
      group: 'Run',
      value: { name: 'F1', kind: 'number', min: 0, max: 1 },
      summary: 'Exit with 1 when the strict F1 of any TEST is lower',
    },
  ],
  examples: [
    {
      command:
        'paralign align a.txt b.txt --segmented --format vecalign | paralign score gold.txt -',
      meaning: 'judge an alignment as it is made',
    },
    {
      command: 'paralign score gold.vecalign pairs.vecalign',
      meaning: 'strict and lax precision, recall and F1',
    },
    {
      command: 'paralign score gold/ run1/ run2/ --json',
      meaning: 'two runs over a folder of documents, as JSON',
    },
  ],
  async run(context, args) {
    const { readScoreRequest } = await import('./request.js');
    const request = readScoreRequest(args);
    const { runScore } = await import('./run.js');
    return runScore(context, request);
  },
};
