/** The queue as batches and workers share it: names, times and what a job in it holds. */
import { createHash } from 'node:crypto';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import * as v from 'valibot';
import { ExitCode } from '../../errors.js';
import type { JobError, JobOrder, JobResult } from '../job.js';
import { parseJobError, parseOrder, parseResult } from '../schemas.js';

/** Name of the queue on its server. */
export const queueName = 'paralign';

/** How often a job is tried that fails by what may pass: a full disk, a process without memory. */
const attempts = 4;

/** Pause in ms before the second attempt; each further one is twice as long. */
const firstPause = 1000;

/** Most results kept, for batches that lost their connection when these were reported. */
export const resultsKept = 8000;

/** How long failures are kept for people to look at, in s, and how many at most. */
export const failuresKept = { age: 7 * 24 * 3600, count: 10_000 };

/** A job in the queue. Plain data. */
export interface QueuedJob {
  /** The version of the program that has asked for it. */
  readonly version: string;
  readonly order: JobOrder;
}

/** The queue on a connection. */
export function openQueue(connection: Redis): Queue<unknown, unknown> {
  return new Queue<unknown, unknown>(queueName, {
    connection,
    defaultJobOptions: {
      attempts,
      backoff: { type: 'exponential', delay: firstPause },
    },
  });
}

/** The name of a job in the queue, by its content: asking twice for the same job is asking once. */
export function queuedId({ version, order }: QueuedJob): string {
  const { before: _before, resume: _resume, ...rest } = order;
  const hash = createHash('sha256').update(JSON.stringify({ version, ...rest }));
  // A letter first: BullMQ counts with numbers.
  return `j${hash.digest('hex').slice(0, 40)}`;
}

const queued = v.object({ version: v.string(), order: v.unknown() });

/** A job from the queue. Throws TypeError that says what is wrong with it. */
export function parseQueuedJob(data: unknown): QueuedJob {
  const { version, order } = v.parse(queued, data);
  return { version, order: parseOrder(order) };
}

/** How a failure is written in the queue. */
export function failedReason(error: JobError): string {
  return JSON.stringify(error);
}

/** A failure as read from the queue. */
export function parseFailure(reason: string): JobError {
  try {
    return parseJobError(JSON.parse(reason));
  } catch {
    return { code: 'internal', message: reason, exitCode: ExitCode.internal, hint: null };
  }
}

/** A result as read from the queue, `text` or already parsed. Throws TypeError if it is none. */
export function parseQueuedResult(value: unknown): JobResult {
  return parseResult(typeof value === 'string' ? JSON.parse(value) : value);
}
