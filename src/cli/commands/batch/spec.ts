import type { CommandSpec } from '../command.js';
import { alignOptionTable, jobsOption, outputOptions } from '../../arguments/options.js';

const { output: _output, clobber, ...formatting } = outputOptions;

/** `paralign batch JOBS --out DIR`. */
export const batch: CommandSpec = {
  description:
    'JOBS is a manifest: CSV with a header (id,source_a,source_b[,source_c...], optionally lang_a ...\nand anchors) or JSON lines with the same keys; - reads it from standard input. Or JOBS is two or\nmore folders, in which files with the same base name belong together. Paths are relative to the\nmanifest. Writes DIR/ID.csv (or another format) for each job, and DIR/report.json. If a job\nfails, the others continue. With --format paralign, it creates a review for each job,\nDIR/ID.paralign, and "paralign review DIR" takes you through the doubtful rows of all of them. An\nexisting review is never replaced.',
  arguments: [
    { name: 'JOBS', summary: 'A manifest, or two or more folders', kind: 'file', max: Infinity },
  ],
  options: [
    ...alignOptionTable,
    {
      long: 'out',
      group: 'Output',
      value: { name: 'DIR', kind: 'folder' },
      summary: 'Folder for the results, made when it is missing (required)',
    },
    {
      ...formatting.format,
      summary: 'Format of the results (default: csv)',
    },
    formatting.pairsOnly,
    formatting.bom,
    formatting.delimiter,
    formatting.spreadsheetSafe,
    { ...clobber, summary: 'Replace results that are there; --no-clobber fails their jobs' },
    jobsOption,
    {
      long: 'resume',
      group: 'Run',
      summary: 'Skip jobs whose result is there and whose sources and options are unchanged',
    },
    { long: 'fail-fast', group: 'Run', summary: 'Stop after the first job that fails' },
    {
      long: 'dry-run',
      group: 'Run',
      summary: 'List the jobs, what each would write and --resume would skip; do nothing',
    },
  ],
  examples: [
    {
      command: 'paralign batch jobs.csv --out results --jobs 4',
      meaning: 'run a manifest with four workers',
    },
    {
      command: 'paralign batch jobs.csv --out reviews --format paralign',
      meaning: 'begin a review for each job; then: paralign review reviews',
    },
    {
      command: 'paralign batch english/ spanish/ --out results --resume',
      meaning: 'match files by base name; do only what is not done yet',
    },
  ],
  async run(context, args) {
    const { readBatchRequest } = await import('./request.js');
    const request = readBatchRequest(context, args);
    const { runBatch } = await import('./run.js');
    return runBatch(context, request);
  },
};
