import { qualityOption } from '../../arguments/filter-option-specs.js';
import type { CommandSpec } from '../command.js';
import {
  alignOptionTable,
  outputOptions,
  reviewOptions,
  threadsOption,
} from '../../arguments/options.js';

/** `paralign review A B [C ...]`, `paralign review FILE.paralign` and `paralign review DIR`. */
export const review: CommandSpec = {
  description:
    'Aligns the sources and opens the result on a screen, where you accept, reject and correct pairs;\nor continues a review. Every decision is saved to disk before the screen shows it. Press ? for\nthe keys. Without a terminal, or with --plain, the review works line by line.\n\nIf the sources have changed since the review was created, paralign asks whether to open the old\ntext or to update the review (--update). An update keeps your decisions on rows whose sentences are\nunchanged, lists the decisions that it cannot keep, and keeps the old review as\nFILE.old-1.paralign.\n\nIf you name a folder, it opens the reviews in it in order of name, starting with the first that has\nrows to review; after the last such row, ] opens the next review. Reviews that are damaged,\nread-only or open elsewhere are listed and skipped.',
  arguments: [
    {
      name: 'SOURCE',
      summary:
        'Sources to align, one review file (FILE.paralign), both with --update, or one folder of reviews',
      kind: 'file',
      min: 0,
      max: Infinity,
    },
  ],
  options: [
    ...alignOptionTable,
    threadsOption,
    {
      ...outputOptions.output,
      summary: 'The review file (default: named after the sources); opened if it exists',
    },
    qualityOption,
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
      meaning: 'go through the doubtful rows of all reviews that "paralign batch" created there',
    },
    {
      command: 'paralign review book.paralign --update book.en.txt book.fr.txt',
      meaning: 'the texts have changed: keep the decisions, review the rest',
    },
    {
      command: 'paralign review book.paralign --import edited.csv',
      meaning: 'apply what a colleague changed in a CSV of this review, after asking you',
    },
    {
      command: 'paralign review book.paralign --import decisions.json',
      meaning: 'apply what somebody decided on the page of "paralign report book.paralign"',
    },
  ],
  async run(context, args) {
    const { readReviewRequest } = await import('./request.js');
    const request = readReviewRequest(context, args);
    const { runReview } = await import('./run.js');
    return runReview(context, request);
  },
};
