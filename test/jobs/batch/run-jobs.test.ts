import { describe, expect, test } from 'vitest';
import type { Job, JobOrder, JobResult } from '../../../src/jobs/job.js';
import { runJobs } from '../../../src/jobs/batch/run-jobs.js';
import { failed, finished, jobOf, orderOf } from '../job-fixture.js';

const jobs = ['a', 'b', 'c', 'd', 'e'].map(jobOf);

/** A runner whose jobs end when the test says so. */
function heldRunner(lanes: number) {
  const ends = new Map<string, (result: JobResult) => void>();
  const started: string[] = [];
  const run = ({ job }: JobOrder): Promise<JobResult> => {
    started.push(job.id);
    return new Promise((resolve) => ends.set(job.id, resolve));
  };
  const end = async (id: string, result: JobResult = finished(id)): Promise<void> => {
    ends.get(id)?.(result);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { runner: { lanes, run }, started, end };
}

/** Notes of a run as they come. */
function heard() {
  const notes: string[] = [];
  return {
    notes,
    onEnd: (result: JobResult) => {
      notes.push(`end ${result.status === 'failed' ? result.id : result.finished.id}`);
      return Promise.resolve();
    },
    onResult: ({ id }: Job, result: JobResult | undefined) => {
      notes.push(`${id} ${result?.status ?? 'pending'}`);
    },
  };
}

describe('runJobs', () => {
  test('reports results in the order of the jobs, whenever they end', async () => {
    const { runner, end } = heldRunner(3);
    const { notes, ...watch } = heard();
    const running = runJobs(jobs, { runner, order: orderOf, ...watch });
    await end('c');
    await end('b');
    expect(notes).toEqual(['end c', 'end b']);
    await end('a');
    expect(notes.slice(2)).toEqual(['end a', 'a done', 'b done', 'c done']);
    await end('e');
    await end('d');
    await running;
    expect(notes.slice(6)).toEqual(['end e', 'end d', 'd done', 'e done']);
  });

  test('runs as many jobs at a time as there are lanes', async () => {
    const { runner, started, end } = heldRunner(2);
    const running = runJobs(jobs, { runner, order: orderOf });
    expect(started).toEqual(['a', 'b']);
    await end('b');
    expect(started).toEqual(['a', 'b', 'c']);
    for (const { id } of jobs) await end(id);
    await running;
  });

  test('begins no job after a failed one with failFast, and reports those under way', async () => {
    const { runner, started, end } = heldRunner(2);
    const { notes, ...watch } = heard();
    const running = runJobs(jobs, { runner, order: orderOf, failFast: true, ...watch });
    await end('a', failed('a'));
    await end('b');
    await running;
    expect(started).toEqual(['a', 'b']);
    expect(notes.filter((note) => !note.startsWith('end'))).toEqual([
      'a failed',
      'b done',
      'c pending',
      'd pending',
      'e pending',
    ]);
  });

  test('goes on after a failed job without failFast', async () => {
    const { runner, started, end } = heldRunner(1);
    const running = runJobs(jobs, { runner, order: orderOf });
    await end('a', failed('a'));
    for (const { id } of jobs) await end(id);
    await running;
    expect(started).toHaveLength(5);
  });

  test('a job whose runner was interrupted counts as not run, results behind it are reported', async () => {
    const { notes, ...watch } = heard();
    const controller = new AbortController();
    await runJobs(jobs, {
      runner: {
        lanes: 2,
        run: ({ job: { id } }) => {
          if (id === 'b') return Promise.resolve(finished(id));
          return Promise.resolve().then(() => {
            controller.abort();
            throw new Error('interrupted');
          });
        },
      },
      order: orderOf,
      signal: controller.signal,
      ...watch,
    });
    expect(notes).toEqual(['end b', 'a pending', 'b done', 'c pending', 'd pending', 'e pending']);
  });

  test('a result that cannot be noted down ends it, once the jobs under way have ended', async () => {
    const { runner, started, end } = heldRunner(2);
    const noted: string[] = [];
    const running = runJobs(jobs, {
      runner,
      order: orderOf,
      onEnd: async (result) => {
        if (result.status !== 'done') return;
        if (result.finished.id === 'a') throw new Error('disk full');
        noted.push(result.finished.id);
      },
    });
    let over = false;
    const ended = expect(running)
      .rejects.toThrow('disk full')
      .then(() => (over = true));
    await end('a');
    expect(over).toBe(false);
    await end('b');
    await ended;
    expect([started, noted]).toEqual([['a', 'b'], ['b']]);
  });

  test('says how many have ended', async () => {
    const counts: number[] = [];
    await runJobs(jobs, {
      runner: { lanes: 2, run: ({ job }) => Promise.resolve(finished(job.id)) },
      order: orderOf,
      onProgress: (ended) => counts.push(ended),
    });
    expect(counts).toHaveLength(5);
    expect(counts).toEqual(counts.toSorted((x, y) => x - y));
    expect(counts.at(-1)).toBe(5);
  });
});
