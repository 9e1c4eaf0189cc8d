import { ExitCode } from '../../errors.js';
import type { CommandSpec } from '../command.js';
import { alignOptionTable, outputOptions } from '../options.js';

/** `paralign review A B [C ...]` and `paralign review FILE.paralign`. */
export const review: CommandSpec = {
  description:
    'Aligns the sources and opens the result on a screen where a person accepts, rejects and corrects\nit; or goes on with a review begun earlier. Every decision is on the disk before the screen shows\nit. Press ? there for the keys. Without a terminal, and with --plain, it works line by line.',
  arguments: [
    {
      name: 'SOURCE',
      summary: 'Two or more sources to align, or one review file (FILE.paralign)',
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
    {
      long: 'threshold',
      group: 'Output',
      value: { name: 'P', kind: 'number', min: 0, max: 1 },
      summary: 'Confidence below which a row needs review',
      default: 0.8,
      configurable: true,
    },
    {
      long: 'plain',
      group: 'Output',
      summary: 'One row at a time, line by line: for screen readers and scripts',
      configurable: true,
    },
    {
      long: 'ascii',
      group: 'Output',
      summary: 'ASCII signs only (taken by itself where the locale is not UTF-8)',
      configurable: true,
    },
    {
      long: 'isolate',
      group: 'Output',
      summary: 'Isolate the direction of each text, for terminals that reorder right-to-left text',
      configurable: true,
    },
    { long: 'keys', group: 'Output', summary: 'Print the keys and their names and end' },
  ],
  examples: [
    {
      command: 'paralign review report.en.txt report.es.txt',
      meaning: 'align and review; decisions are kept in report.en-report.es.paralign',
    },
    { command: 'paralign review book.paralign', meaning: 'go on where you stopped' },
  ],
  async run(context, args) {
    const { runReview } = await import('../review-command.js');
    return (await runReview(context, args)) ?? ExitCode.ok;
  },
};
