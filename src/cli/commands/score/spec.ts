import type { CommandSpec } from '../command.js';

/** `paralign score GOLD TEST...`. */
export const score: CommandSpec = {
  description:
    'Counts as the scorer of vecalign does. A bead is one link of n sentences with m. Strict: both\nsides of a bead must equal those of a gold bead. Lax: one sentence of each side in common is\nenough. Unaligned sentences count for precision, not for recall. Files are in the format of\nvecalign ([0, 1]:[2]:0.83). If GOLD is a folder, every TEST is a folder with files of the same\nbase names, and the counts are pooled.',
  arguments: [
    { name: 'GOLD', summary: 'The hand-made (gold) alignment, or a folder of them', kind: 'file' },
    {
      name: 'TEST',
      summary: 'Alignments to score; - is standard input',
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
