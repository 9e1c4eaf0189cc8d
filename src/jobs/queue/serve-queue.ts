/** A worker's side of the queue: takes jobs, runs them and gives their results. */
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { UnrecoverableError, WaitingError, Worker, type Job } from 'bullmq';
import { keepCode } from '../../platform/start/keep-code.js';
import { version } from '../../platform/version.js';
import type { JobError, JobOrder, JobResult } from '../job.js';
import type { Runner } from '../workers/runners.js';
import { connect } from './connect.js';
import { finishingTogether } from './finish-jobs.js';
import { failedReason, failuresKept, parseQueuedJob, queueName, resultsKept } from './job-queue.js';
import type { QueueAddress } from './queue-address.js';
import { TakenJobs } from './taken-jobs.js';

/**
 * How long, in ms, a job belongs to its worker, which renews this twice in that time. With the pause between two
 * looks for such jobs, another worker takes it over within 8 s of its worker's death.
 */
const lockDuration = 4000;
const stalledInterval = 2000;

/** Longest wait for a job, in s, before the connection is tried. */
const longestWait = 2;

/** Pause in ms before a worker that has lost its server goes on. */
const retryDelay = 500;

/** How long, in ms, a worker that is to end waits for a server that is away, once it has no job under way. */
const lastWait = 2000;
/** Pause in ms between two looks whether it is away. */
const lookTime = 100;

/** Jobs after which all of the queue's library has run that runs: then its code is kept for the next worker. */
const jobsToLearn = 20;

/** Failures that may pass if the job is tried again, elsewhere or later. */
const passing: ReadonlySet<string> = new Set([
  'io',
  'no-memory',
  'no-space',
  'not-readable',
  'other-version',
  'out-of-memory',
  'source-changed',
  'worker-crashed',
]);

/** What a worker reports while it serves. */
export interface ServeOptions {
  readonly runner: Pick<Runner, 'lanes' | 'run'>;
  /** Called for every job that has ended, also for one that will be tried again. */
  readonly onEnd?: (result: JobResult) => void;
  /** Called with what is wrong, once for each time that the server is lost. */
  readonly onTrouble?: (message: string) => void;
  /** Once aborted, no job is taken; those under way are finished. */
  readonly signal: AbortSignal;
}

/**
 * Serves a queue until the signal; then finishes the jobs under way and returns.
 *
 * @throws AppError `queue-unavailable` if the server can't be reached in the beginning
 */
export async function serveQueue(address: QueueAddress, options: ServeOptions): Promise<void> {
  const { runner, signal, onTrouble } = options;
  const redis = await connect(address, signal);
  const taken = new TakenJobs({
    lanes: runner.lanes,
    onRoom: (room) => (worker.concurrency = room),
  });
  const name = `${hostname()}:${process.pid}`;
  let jobsDone = 0;
  const worker = new Worker<unknown, string>(
    queueName,
    async (job, token) => {
      if (!(await taken.begin())) return giveBack(job, token);
      const began = performance.now();
      const result = await runQueued(job, options).finally(() =>
        taken.end(performance.now() - began),
      );
      await taken.toReport();
      // Not at the end: a worker ends by a signal, if it is not killed.
      if (++jobsDone === jobsToLearn) keepCode();
      return JSON.stringify(result);
    },
    {
      connection: redis,
      name,
      concurrency: runner.lanes,
      lockDuration,
      stalledInterval,
      // A death of its worker is no fault of a job, however often it happens.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
      removeOnFail: failuresKept,
      drainDelay: longestWait,
      runRetryDelay: retryDelay,
    },
    finishingTogether(redis, { name, lockDuration, resultsKept }),
  );
  let isLost = false;
  worker.on('error', ({ message }) => {
    if (!isLost && redis.status !== 'ready') onTrouble?.(message);
    isLost = redis.status !== 'ready';
  });
  redis.on('ready', () => (isLost = false));
  await new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  taken.stop();
  const closed = worker.close().then(() => true);
  // What can't be reported is taken over by another worker, like the job of one that died.
  for (let left = lastWait; left > 0 && !(await Promise.race([closed, delay(lookTime, false)]));)
    left = taken.isIdle && redis.status !== 'ready' ? left - lookTime : lastWait;
  redis.disconnect();
}

/** Gives a job back that has not begun. Where that fails, it is taken over like that of a dead worker. */
async function giveBack(job: Job<unknown, string>, token: string | undefined): Promise<never> {
  await job.moveToWait(token).catch(() => {});
  throw new WaitingError();
}

async function runQueued(
  { data, stalledCounter, attemptsMade }: Job<unknown, string>,
  { runner, onEnd }: ServeOptions,
): Promise<JobResult> {
  const job = parseJob(data);
  const isFirst = stalledCounter === 0 && attemptsMade === 0;
  const result =
    job.version === version
      ? await runner.run(isFirst ? job.order : resumed(job.order))
      : failed(job.order.job.id, {
          code: 'other-version',
          message: `the job is from paralign ${job.version}, but the worker is ${version}`,
          exitCode: 70,
          hint: 'use the same version everywhere',
        });
  onEnd?.(result);
  if (result.status !== 'failed') return result;
  const reason = failedReason(result.error);
  throw passing.has(result.error.code) ? new Error(reason) : new UnrecoverableError(reason);
}

/** A worker that died, or lost its connection, may have written the very result that is asked for. */
const resumed = (order: JobOrder): JobOrder => ({ ...order, resume: true });

function parseJob(data: unknown): ReturnType<typeof parseQueuedJob> {
  try {
    return parseQueuedJob(data);
  } catch (error) {
    throw new UnrecoverableError(error instanceof Error ? error.message : String(error));
  }
}

const failed = (id: string, error: JobError): JobResult => ({ status: 'failed', id, error });
