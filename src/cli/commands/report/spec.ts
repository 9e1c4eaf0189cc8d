import { outputOptions, tableInputOptions } from '../../arguments/options.js';
import type { CommandSpec } from '../command.js';

/** `paralign report FILE -o report.html`. */
export const report: CommandSpec = {
  description:
    'Writes an alignment as one HTML page: a map of all rows, the numbers, and the texts side by side.\nThe page loads nothing and runs no scripts, so it opens offline and from a mail attachment.',
  arguments: [
    {
      name: 'FILE',
      summary: 'A review (FILE.paralign), or a translation memory or table of linked texts',
      kind: 'file',
    },
  ],
  options: [...tableInputOptions, outputOptions.output, outputOptions.clobber],
  examples: [
    {
      command: 'paralign report book.paralign -o report.html',
      meaning: 'a page for people without a terminal',
    },
  ],
  async run(context, args) {
    const { readReportRequest } = await import('./request.js');
    const request = readReportRequest(context, args);
    const { runReport } = await import('./run.js');
    return runReport(context, request);
  },
};
