/** Who runs the jobs: this process, or several others. */
import { fileURLToPath } from 'node:url';
import workerpool from 'workerpool';
import { ExitCode } from '../errors.js';
import type { JobOrder, JobResult } from './job.js';
import { failure, runJob } from './run-job.js';
import { parseResult } from './schemas.js';
import { inheritedFlags } from '../platform/node-flags.js';
import { type ModelChoice, loadChosenModel } from '../pipeline/chosen-model.js';

/** Runs jobs, as many at a time as it has lanes. */
export interface Runner {
  readonly lanes: number;
  run(order: JobOrder): Promise<JobResult>;
  close(): Promise<void>;
}

/** Runs jobs in this process, one after the other. Rejects when the model can't be loaded. */
export async function localRunner(model: ModelChoice, signal?: AbortSignal): Promise<Runner> {
  const embedder = await loadChosenModel(model);
  return {
    lanes: 1,
    run: (order) => runJob(order, embedder, { ...(signal && { signal }) }),
    close: () => embedder.close(),
  };
}

/**
 * Runs jobs in processes of their own, so that one that crashes takes only its job along. A worker
 * that can't load the model fails its jobs.
 */
export function pooledRunner(lanes: number): Runner {
  const pool = workerpool.pool(fileURLToPath(new URL('./worker.js', import.meta.url)), {
    workerType: 'process',
    minWorkers: lanes,
    maxWorkers: lanes,
    forkOpts: { execArgv: inheritedFlags() },
  });
  return {
    lanes,
    async run(order) {
      let answer: unknown;
      try {
        answer = await pool.exec('run', [order]);
      } catch (error) {
        return crash(order.job.id, error);
      }
      try {
        return parseResult(answer);
      } catch (error) {
        return failure(order.job.id, error);
      }
    },
    async close() {
      await pool.terminate();
    },
  };
}

function crash(id: string, error: unknown): JobResult {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    status: 'failed',
    id,
    error: {
      code: 'worker-crashed',
      message: `the worker process ended (${reason.split('\n')[0]})`,
      exitCode: ExitCode.internal,
      hint: null,
    },
  };
}
