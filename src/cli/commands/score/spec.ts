import type { CommandSpec } from '../command.js';

/** `paralign score GOLD TEST...`. */
export const score: CommandSpec = {
  description:
    'Counts exactly as the vecalign scorer does. A bead is a link between n sentences and m. Strict: a\nbead is correct if both its sides equal those of a gold bead. Lax: it is correct if it shares at\nleast one sentence on each side with a gold bead. Unaligned sentences count for precision but not\nfor recall. Files hold links by sentence number (vecalign, [0, 1]:[2]:0.83, ladder, linkgrp) or\nare any that "paralign convert" opens: reviews and all that paralign writes with sentence numbers. If GOLD is a folder, every TEST is a folder of files with the same base names, and the counts\nare pooled.',
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
      summary: 'Exit with 1 if the strict F1 of any TEST is lower',
    },
  ],
  examples: [
    {
      command:
        'paralign align a.txt b.txt --segmented --format vecalign | paralign score gold.txt -',
      meaning: 'align and score in one step',
    },
    {
      command: 'paralign score gold.vecalign pairs.vecalign',
      meaning: 'print strict and lax precision, recall and F1',
    },
    {
      command: 'paralign score gold/ run1/ run2/ --json',
      meaning: 'compare two runs over a folder of documents, as JSON',
    },
  ],
  async run(context, args) {
    const { readScoreRequest } = await import('./request.js');
    const request = readScoreRequest(args);
    const { runScore } = await import('./run.js');
    return runScore(context, request);
  },
};
