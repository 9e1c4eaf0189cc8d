/** Runs many jobs in a few lanes, with results in the order of the jobs. */
import type { Job, JobOrder, JobResult } from '../job.js';
import type { Runner } from '../workers/runners.js';

/** How jobs are run and reported. */
export interface RunJobsOptions {
  readonly runner: Pick<Runner, 'lanes' | 'run'>;
  readonly order: (job: Job) => JobOrder;
  /** Start no job after one has failed. */
  readonly failFast?: boolean;
  /** Start no job once this is aborted. */
  readonly signal?: AbortSignal;
  /** Called as soon as a job ends, in no order; the lane waits for it. */
  readonly onEnd?: (result: JobResult) => Promise<void>;
  /** Called for every job in their order, one at a time; undefined was not run. */
  readonly onResult?: (job: Job, result: JobResult | undefined) => void | Promise<void>;
  /** Called with how many jobs have ended. */
  readonly onProgress?: (ended: number) => void;
}

/**
 * Runs jobs, as many at once as the runner has lanes. Keeps only results that wait for an earlier
 * one. A runner that rejects was interrupted: its job counts as not run. Rejects with what
 * `onEnd` or `onResult` reject with, once the jobs under way have ended.
 */
export async function runJobs(jobs: readonly Job[], options: RunJobsOptions): Promise<void> {
  const { runner, order, failFast = false, signal, onEnd, onResult, onProgress } = options;
  const waiting = new Map<number, JobResult>();
  let next = 0;
  let reported = 0;
  let ended = 0;
  let stopped = false;
  const report = async (withGaps: boolean): Promise<void> => {
    for (; reported < jobs.length; reported++) {
      const job = jobs[reported];
      const result = waiting.get(reported);
      if (!job || (!result && !withGaps)) return;
      waiting.delete(reported);
      await onResult?.(job, result);
    }
  };
  // One at a time: lanes end in any order, but results are reported in order.
  let reporting = Promise.resolve();
  const lane = async (): Promise<void> => {
    while (next < jobs.length && !stopped && signal?.aborted !== true) {
      const index = next++;
      const job = jobs[index];
      if (!job) return;
      const result = await runner.run(order(job)).catch(() => undefined);
      if (result === undefined) return;
      waiting.set(index, result);
      ended++;
      await onEnd?.(result);
      if (result.status === 'failed' && failFast) stopped = true;
      reporting = reporting.then(() => report(false));
      await reporting;
      onProgress?.(ended);
    }
  };
  // If a result can't be recorded, running jobs finish and no other starts.
  const stopping = (): Promise<void> =>
    lane().catch((error: unknown) => {
      stopped = true;
      throw error;
    });
  const lanes = await Promise.allSettled(Array.from({ length: runner.lanes }, stopping));
  for (const outcome of lanes) if (outcome.status === 'rejected') throw outcome.reason;
  await report(true);
}
