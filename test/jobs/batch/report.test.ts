import { describe, expect, test } from 'vitest';
import type { Job, JobResult } from '../../../src/jobs/job.js';
import {
  batchReport,
  plainWords,
  reportLine,
  ReportTotals,
} from '../../../src/jobs/batch/report.js';
import { version } from '../../../src/platform/version.js';
import { failed, finished, jobOf } from '../job-fixture.js';

const report = (results: readonly (readonly [Job, JobResult | undefined])[]): string => {
  const totals = new ReportTotals();
  const lines = results.map(([job, result], index) => {
    totals.add(result);
    return reportLine(job, result, { format: 'csv', words: plainWords, first: index === 0 });
  });
  return [...batchReport(totals, lines)].join('');
};

describe('the report', () => {
  test('counts the jobs in its head and has one a line', () => {
    const text = report([
      [jobOf('a'), finished('a')],
      [jobOf('b'), failed('b')],
      [jobOf('c'), undefined],
      [jobOf('d'), { ...finished('d'), status: 'unchanged' }],
    ]);
    expect(text.split('\n')).toHaveLength(7);
    expect(JSON.parse(text)).toEqual({
      format: 'paralign-batch',
      version: 1,
      program: version,
      models: ['words'],
      summary: { jobs: 4, done: 1, unchanged: 1, failed: 1, pending: 1 },
      jobs: [
        {
          id: 'a',
          status: 'done',
          output: 'a.csv',
          sha256: 'sha',
          sources: [{ name: 'a.en', languages: ['en'] }],
          modes: ['parallel'],
          pairs: 3,
          unmatched: [0, 1],
          noise: 0,
          doubtful: 1,
          crossing: 0,
          differences: 0,
          diagnostics: [
            {
              code: 'nothing-to-align',
              message: 'a.en: no sentences to align (the text is empty or all noise)',
            },
          ],
        },
        {
          id: 'b',
          status: 'failed',
          error: { code: 'file-not-found', message: '/b: no such file', exitCode: 66, hint: null },
        },
        { id: 'c', status: 'pending' },
        { id: 'd', status: 'unchanged', output: 'd.csv' },
      ].map((entry) => expect.objectContaining(entry) as unknown),
    });
  });

  test('says in its head how many rows filters left out of all outputs', () => {
    const filtered = (id: string, quality: number): JobResult => {
      const { status, finished: own } = finished(id);
      const diagnostics = [
        { code: 'filtered-out', reason: 'quality', count: quality },
        { code: 'filtered-out', reason: 'status', count: 1 },
        { code: 'noise-left-out', count: 7 },
      ] as const;
      return { status, finished: { ...own, facts: { ...own.facts, diagnostics } } };
    };
    const text = report([
      [jobOf('a'), filtered('a', 2)],
      [jobOf('b'), finished('b')],
      [jobOf('c'), filtered('c', 5)],
    ]);
    expect(JSON.parse(text)).toMatchObject({ summary: { leftOut: { status: 2, quality: 7 } } });
  });

  test('is a whole document without a job', () => {
    expect(JSON.parse(report([]))).toMatchObject({ summary: { jobs: 0 }, jobs: [] });
  });

  test('says what people should know in the words it is given', () => {
    const words = { diagnostic: () => 'look', hint: () => 'do' };
    const options = { format: 'csv', words, first: true } as const;
    expect(reportLine(jobOf('a'), finished('a'), options)).toContain('"message":"look"');
    expect(reportLine(jobOf('b'), failed('b'), options)).toContain('"hint":"do"');
  });
});
