import type { CommandSpec } from '../command.js';
import { alignOptionTable, outputOptions, reviewOptions } from '../../arguments/options.js';

/** `paralign review A B [C ...]` `paralign review FILE.paralign` and `paralign review DIR`. */
export const review: CommandSpec = {
  description:
    'Aligns the sources and opens the result on a screen, where you accept, reject and correct pairs;\nor continues a review. Every decision is saved to disk before the screen shows it. Press ? for\nthe keys. Without a terminal, or with --plain, the review works line by line. If the sources\nhave changed since the review was created, it asks whether to open the old text or to update the\nreview (--update): rows whose sentences are unchanged keep your decisions, whatever cannot be\nkept is listed, and the old review is kept as FILE.old-1.paralign.\nGiven a folder, it opens the reviews in it one after the other, in order of name, beginning with\nthe first that has rows to review; after the last such row of one, ] goes on to the next. A review\nthat is broken, read-only or open elsewhere is named and skipped.',
  arguments: [
    {
      name: 'SOURCE',
      summary:
        'Two or more sources to align, or one review file (FILE.paralign); both with --update; or one folder of reviews',
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
    { command: 'paralign review book.paralign', meaning: 'continue where you stopped' },
    {
      command: 'paralign review reviews/',
      meaning: 'go through the doubtful rows of all reviews that "paralign batch" put there',
    },
    {
      command: 'paralign review book.paralign --update book.en.txt book.fr.txt',
      meaning: 'the texts have changed: keep the decisions, review the rest',
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
