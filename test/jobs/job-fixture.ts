import type { Job, JobOrder, JobResult } from '../../src/jobs/job.js';

/** A job of two sources. */
export const jobOf = (id: string): Job => ({
  id,
  where: `jobs.csv:${id}`,
  sources: [`/${id}.en`, `/${id}.es`],
  languages: [null, 'es'],
  anchors: null,
});

/** The job with every setting that there is. */
export const orderOf = (job: Job): JobOrder => ({
  job,
  settings: {
    segmented: true,
    languages: { bySource: [{ source: 'A', language: 'en' }], inOrder: [], where: '--lang' },
    only: ['en', 'es'],
    encoding: 'utf-8',
    keepNoise: true,
    mode: 'parallel',
    pivot: { source: 'B', where: '--pivot' },
    checks: false,
  },
  model: { model: null, cache: true },
  format: 'csv',
  writeOptions: { pairsOnly: true, bom: false, delimiter: ';', spreadsheetSafe: false },
  output: `/out/${job.id}.csv`,
  clobber: true,
  resume: false,
  before: null,
});

/** A job that is done. */
export const finished = (
  id: string,
): Extract<JobResult, { readonly status: 'done' | 'unchanged' }> => ({
  status: 'done',
  finished: {
    id,
    key: 'k',
    outputs: [{ file: '', sha256: 'sha' }],
    model: 'words',
    facts: {
      sources: [{ name: `${id}.en`, languages: ['en'] }],
      modes: ['parallel'],
      counts: { pairs: 3, unmatched: [0, 1], noise: 0, doubtful: 1, crossing: 0, differences: 0 },
      diagnostics: [{ code: 'nothing-to-align', source: `${id}.en` }],
    },
  },
});

/** A job that failed. */
export const failed = (id: string): JobResult => ({
  status: 'failed',
  id,
  error: { code: 'file-not-found', message: `/${id}: no such file`, exitCode: 66, hint: null },
});
