import { qualityOption, wordsOption } from '../../arguments/filter-option-specs.js';
import {
  alignOptionTable,
  outputOptions,
  tableInputOptions,
  threadsOption,
} from '../../arguments/options.js';
import type { CommandSpec } from '../command.js';

/** `--from` also takes the formats of files that link texts by number. */
const aligning = alignOptionTable.map(
  (option) =>
    tableInputOptions.find(({ long }) => long === option.long && long === 'from') ?? option,
);

/** `paralign report FILE.paralign|A B [C ...] -o report.html`. */
export const report: CommandSpec = {
  description:
    'Writes an alignment as one HTML page: a map of all rows, the numbers, and the texts side by side.\nIt takes a review, any other file that "paralign convert" opens, or sources, which it aligns first.\nThe page loads nothing from anywhere, so it opens offline and from a mail attachment.\n\nOn the page, people without paralign can accept and reject rows, write notes and edit texts, and\ndownload all that as a small file; "paralign review FILE.paralign --import decisions.json" takes it\ninto the review. --read-only writes a page that takes no decisions.',
  arguments: [
    {
      name: 'SOURCE',
      summary:
        'A review (FILE.paralign), a translation memory or table of linked texts, or the sources to align',
      kind: 'file',
      min: 1,
      max: Infinity,
    },
  ],
  options: [
    ...aligning,
    threadsOption,
    outputOptions.output,
    outputOptions.clobber,
    {
      long: 'title',
      group: 'Output',
      value: { name: 'TEXT', kind: 'text' },
      summary: 'Title of the page (default: the names of the sources)',
    },
    {
      ...wordsOption,
      summary: 'Mark the words that say the same when the pointer is on one of them',
    },
    qualityOption,
    {
      long: 'read-only',
      group: 'Output',
      summary: 'Write a page that takes no decisions',
    },
  ],
  examples: [
    {
      command: 'paralign report book.paralign -o report.html',
      meaning: 'a page for people without a terminal, who can send their decisions back',
    },
    {
      command: 'paralign report book.en.txt book.fr.txt -o report.html --read-only',
      meaning: 'align two texts, and look at the result in a browser',
    },
  ],
  async run(context, args) {
    const { readReportRequest } = await import('./request.js');
    const request = readReportRequest(context, args);
    const { runReport } = await import('./run.js');
    return runReport(context, request);
  },
};
