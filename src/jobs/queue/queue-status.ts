/** What a queue holds, for people. */
import type { Queue } from 'bullmq';
import { readProgress, type BatchProgress } from './batch-progress.js';
import { connect } from './connect.js';
import { openQueue, parseFailure } from './job-queue.js';
import type { QueueAddress } from './queue-address.js';

/** A job that was set aside. */
export interface FailedJob {
  readonly id: string;
  readonly code: string;
  readonly message: string;
  /** How often it was tried. */
  readonly attempts: number;
}

/** What a queue holds at a moment. */
export interface QueueStatus {
  /** Numbers of jobs; `later` wait for another attempt. */
  readonly jobs: {
    readonly waiting: number;
    readonly running: number;
    readonly later: number;
    readonly failed: number;
  };
  readonly workers: readonly string[];
  readonly batches: readonly (BatchProgress & { readonly name: string })[];
  /** The newest failures. */
  readonly failures: readonly FailedJob[];
}

/** Most failures that are shown in detail. */
const mostFailures = 100;

/** Asks a queue what it holds. Throws AppError `queue-unavailable`. */
export async function readQueueStatus(address: QueueAddress): Promise<QueueStatus> {
  const redis = await connect(address);
  const queue = openQueue(redis);
  queue.on('error', () => {});
  try {
    const counts = await queue.getJobCounts('wait', 'active', 'delayed', 'failed');
    const failed = await queue.getFailed(0, mostFailures - 1);
    return {
      jobs: {
        waiting: counts['wait'] ?? 0,
        running: counts['active'] ?? 0,
        later: counts['delayed'] ?? 0,
        failed: counts['failed'] ?? 0,
      },
      workers: await workersOf(queue),
      batches: await readProgress(redis, queue),
      failures: failed.map(({ name, failedReason, attemptsMade }) => {
        const { code, message } = parseFailure(failedReason);
        return { id: name, code, message, attempts: attemptsMade };
      }),
    };
  } finally {
    await queue.close().catch(() => {});
    redis.disconnect();
  }
}

async function workersOf(queue: Queue<unknown, unknown>): Promise<string[]> {
  const workers = await queue.getWorkers();
  return workers.map((worker) => worker['rawname']?.split(':w:')[1] ?? worker['addr'] ?? '').sort();
}
