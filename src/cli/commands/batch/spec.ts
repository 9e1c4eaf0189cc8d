import type { CommandSpec } from '../command.js';
import { filterOptions, leftOutOption, splitOption } from '../../arguments/filter-option-specs.js';
import {
  alignOptionTable,
  jobsOption,
  outputOptions,
  queueOption,
} from '../../arguments/options.js';

const { output: _output, clobber, ...formatting } = outputOptions;

/** `paralign batch JOBS --out DIR`. */
export const batch: CommandSpec = {
  description:
    'JOBS is a manifest, or folders. A manifest is CSV with a header (id,source_a,source_b,\nsource_c ... for more sources, and optionally lang_a ... and anchors) or JSON lines with the same\nkeys; - reads it from standard input. Its paths are relative to the manifest. In two or more\nfolders, files with the same base name belong together (en/doc.txt, es/doc.docx); in one, files whose\nnames differ in the language (doc.en.txt, doc.es.txt), or the files of its folders. A zip archive\nstands for a folder, and a manifest may name a file in one (texts.zip/en/doc.txt).\n\nWrites DIR/ID.csv (or another format) for each job, and DIR/report.json. If a job fails, the others\ncontinue. With --format paralign, creates a review for each job, DIR/ID.paralign; "paralign review\nDIR" then takes you through the doubtful rows of all of them. An existing review is never replaced.',
  arguments: [
    {
      name: 'JOBS',
      summary: 'A manifest, or folders or zip archives of sources',
      kind: 'file',
      max: Infinity,
    },
  ],
  options: [
    ...alignOptionTable,
    {
      long: 'out',
      group: 'Output',
      value: { name: 'DIR', kind: 'folder' },
      summary: 'Folder for the results, created if it does not exist (required)',
    },
    {
      long: 'results',
      group: 'Output',
      value: { name: 's3://BUCKET/PREFIX', kind: 'text' },
      summary: 'Write the results to an S3 server instead; DIR keeps the report and the journal',
    },
    {
      ...formatting.format,
      summary: 'Format of the results (default: csv)',
    },
    {
      long: 'pool',
      group: 'Output',
      value: { name: 'FILE', kind: 'file' },
      summary:
        'Also write the pairs of all jobs as one memory (TMX); makes tmx the format of the results',
    },
    formatting.pairsOnly,
    formatting.bom,
    formatting.delimiter,
    formatting.spreadsheetSafe,
    formatting.date,
    formatting.author,
    formatting.layout,
    ...Object.values(filterOptions),
    leftOutOption,
    splitOption,
    { ...clobber, summary: 'Replace existing results; --no-clobber makes their jobs fail' },
    jobsOption,
    {
      ...queueOption,
      summary: `Let workers elsewhere run the jobs. ${queueOption.summary}`,
    },
    {
      long: 'resume',
      group: 'Run',
      summary: 'Skip jobs that have a result and whose sources and options are unchanged',
    },
    { long: 'fail-fast', group: 'Run', summary: 'Stop after the first job that fails' },
    {
      long: 'dry-run',
      group: 'Run',
      summary: 'Only list the jobs, what each would write and what --resume would skip',
    },
  ],
  examples: [
    {
      command: 'paralign batch jobs.csv --out results --jobs 4',
      meaning: 'run a manifest with four workers',
    },
    {
      command: 'paralign batch jobs.csv --out reviews --format paralign',
      meaning: 'create a review for each job; then run: paralign review reviews',
    },
    {
      command: 'paralign batch english/ spanish/ --out results --resume',
      meaning: 'match files by base name; run only what is new or changed',
    },
  ],
  whenUnread: 'go on',
  async run(context, args) {
    const { readBatchRequest } = await import('./request.js');
    const request = readBatchRequest(context, args);
    const { readQueue } = await import('../../arguments/queue-option.js');
    const queue = await readQueue(context, args);
    const { runBatch } = await import('./run.js');
    return runBatch(context, request, queue);
  },
};
