import { describe, expect, test } from 'vitest';
import { jobLine } from '../../../../src/cli/commands/batch/job-line.js';
import type { JobFacts, JobResult } from '../../../../src/jobs/job.js';
import { failed, finished, jobOf } from '../../../jobs/job-fixture.js';

const withFacts = (facts: Partial<JobFacts>): JobResult => {
  const { finished: entry } = finished('x');
  return { status: 'done', finished: { ...entry, facts: { ...entry.facts, ...facts } } };
};

describe('jobLine', () => {
  test('gives languages, modes and counts, and omits zero counts', () => {
    expect(jobLine(jobOf('x'), finished('x'))).toBe(
      'x: en, parallel: 3 pairs, 0+1 unmatched, 1 doubtful',
    );
    const three = ['en', 'es', 'fr'].map((tag) => ({ name: tag, languages: [tag] }));
    const counts = {
      pairs: 1,
      unmatched: [0, 0, 2],
      noise: 2,
      doubtful: 0,
      crossing: 1,
      differences: 3,
    };
    expect(
      jobLine(jobOf('x'), withFacts({ sources: three, counts, modes: ['parallel', 'comparable'] })),
    ).toBe('x: en es fr, parallel+comparable: 1 row, 0+0+2 unmatched, 2 noise, 3 with differences');
  });

  test('says how many rows filters left out', () => {
    const diagnostics = [
      { code: 'filtered-out', reason: 'quality', count: 2 },
      { code: 'filtered-out', reason: 'confidence', count: 3 },
      { code: 'noise-left-out', count: 7 },
    ] as const;
    expect(jobLine(jobOf('x'), withFacts({ diagnostics }))).toMatch(
      / 1 doubtful, 5 left out by filters$/,
    );
  });

  test('says that a result is unchanged', () => {
    expect(jobLine(jobOf('x'), { ...finished('x'), status: 'unchanged' })).toMatch(
      / \(unchanged\)$/,
    );
  });

  test('says why a job failed, and which flags help', () => {
    expect(jobLine(jobOf('x'), failed('x'))).toBe('x: failed: /x: no such file');
    const error = {
      code: 'two-sources-only',
      message: 'm',
      exitCode: 2,
      hint: 'take csv',
    } as const;
    expect(jobLine(jobOf('x'), { status: 'failed', id: 'x', error })).toBe(
      'x: failed: m; use --format csv or json',
    );
  });
});
