import type { CommandSpec } from '../command.js';
import { alignOptionTable, outputOptions, reviewOptions } from '../../arguments/options.js';

/** `paralign review A B [C ...]` and `paralign review FILE.paralign`. */
export const review: CommandSpec = {
  description:
    'Aligns the sources and opens the result on a screen where a person accepts, rejects and corrects\nit; or goes on with a review begun earlier. Every decision is on the disk before the screen shows\nit. Press ? there for the keys. Without a terminal, and with --plain, it works line by line.\nWhere sources have changed since the review was made, it asks whether to open the old text or to\nupdate the review (--update): rows whose sentences are unchanged keep what was decided, what can’t\nbe kept is listed, and the review before is kept as FILE.old-1.paralign.',
  arguments: [
    {
      name: 'SOURCE',
      summary:
        'Two or more sources to align, or one review file (FILE.paralign); both with --update',
      kind: 'file',
      min: 0,
      max: Infinity,
    },
  ],
  options: [
    ...alignOptionTable,
    {
      ...outputOptions.output,
      summary: 'The review file (default: named after the sources); opened when it exists',
    },
    ...Object.values(reviewOptions),
  ],
  examples: [
    {
      command: 'paralign review report.en.txt report.es.txt',
      meaning: 'align and review; decisions are kept in report.en-report.es.paralign',
    },
    { command: 'paralign review book.paralign', meaning: 'go on where you stopped' },
    {
      command: 'paralign review book.paralign --update book.en.txt book.fr.txt',
      meaning: 'the texts have changed: keep what was decided, decide on the rest',
    },
    {
      command: 'paralign review book.paralign --import edited.csv',
      meaning: 'take over what a colleague changed in a CSV of this review, after asking',
    },
  ],
  async run(context, args) {
    const { readReviewRequest } = await import('./request.js');
    const request = readReviewRequest(context, args);
    const { runReview } = await import('./run.js');
    return runReview(context, request);
  },
};
