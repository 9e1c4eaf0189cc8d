/** A batch's side of the queue: puts jobs in and takes results out. */
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { version } from '../../platform/version.js';
import type { JobOrder, JobResult } from '../job.js';
import type { Runner } from '../workers/runners.js';
import { addJobs } from './add-jobs.js';
import { writeProgress } from './batch-progress.js';
import { connect } from './connect.js';
import { EndedJobs } from './ended-jobs.js';
import {
  openQueue,
  parseFailure,
  parseQueuedResult,
  queuedId,
  type QueuedJob,
} from './job-queue.js';
import type { QueueAddress } from './queue-address.js';

/** Most jobs of a batch in the queue at a time. */
const window = 4000;

/** Time in ms in which jobs are gathered, to be put into the queue at once: workers wait for them, or have many. */
const gatherTime = 5;
const longGatherTime = 200;

/** So many jobs in the queue are many. */
const many = 1000;

/**
 * How often, in ms, jobs are looked up of which nothing was heard for that long, after the server was lost: it may have
 * lost results, and jobs too. Otherwise, results are heard of as they come, and a look in many is enough.
 */
const lookTime = 3000;
const looksWithout = 10;

/** Pause in ms before jobs are put in again that could not be. */
const putAgain = 500;

/** How often progress is written, in ms. */
const progressTime = 1000;

/** A job of which the result is awaited. */
interface Awaited {
  readonly job: QueuedJob;
  readonly resolve: (result: JobResult) => void;
  readonly reject: (reason: unknown) => void;
  /** Whether it was put into the queue: what is found there before may be of an earlier batch. */
  isIn: boolean;
  heard: number;
}

/** What the queue learns about a batch. */
export interface QueueBatch {
  /** Folder of the results, absolute. */
  readonly folder: string;
  readonly jobs: number;
  /** Take jobs out again that no worker has begun, once one has failed. */
  readonly failFast: boolean;
  /** Once aborted, the same; their runs reject. */
  readonly signal?: AbortSignal;
  /** Called with what is wrong, once until all is well again. */
  readonly onTrouble?: (message: string) => void;
}

/**
 * Runs jobs on the workers of a queue.
 *
 * @throws AppError `queue-unavailable`
 */
export async function queueRunner(
  address: QueueAddress,
  batch: QueueBatch,
): Promise<Pick<Runner, 'lanes' | 'run' | 'close'>> {
  const redis = await connect(address, batch.signal);
  const queue = openQueue(redis);
  const ended = await EndedJobs.from(redis.duplicate(), queue.toKey('events'));
  return new QueueRunner(redis, { queue, ended, batch });
}

class QueueRunner implements Pick<Runner, 'lanes' | 'run' | 'close'> {
  readonly lanes: number;
  readonly #redis: Redis;
  readonly #queue: Queue<unknown, unknown>;
  readonly #ended: EndedJobs;
  readonly #batch: QueueBatch;
  readonly #name = `${hostname()}:${process.pid}`;
  readonly #started = new Date().toISOString();
  readonly #awaited = new Map<string, Awaited>();
  readonly #timers: NodeJS.Timeout[];
  #gathered: string[] = [];
  #putting: Promise<void> = Promise.resolve();
  #stopping: Promise<void> = Promise.resolve();
  #looking = false;
  #looks = 0;
  /** When the server was lost or came back last. */
  #troubled = -Infinity;
  #done = 0;
  #failed = 0;
  #isStopped = false;
  #isTroubled = false;

  constructor(
    redis: Redis,
    {
      queue,
      ended,
      batch,
    }: {
      readonly queue: Queue<unknown, unknown>;
      readonly ended: EndedJobs;
      readonly batch: QueueBatch;
    },
  ) {
    this.lanes = Math.max(1, Math.min(window, batch.jobs));
    this.#redis = redis;
    this.#batch = batch;
    this.#queue = queue;
    this.#ended = ended;
    // A lost connection is made again; what it cost is found by looking.
    this.#queue.on('error', (error) => this.#trouble(error));
    redis.on('ready', () => (this.#troubled = Date.now()));
    void ended.read({
      completed: (id, result) => this.#completed(id, result),
      failed: (id, reason) => this.#hasFailed(id, reason),
    });
    this.#timers = [
      setInterval(() => void this.#look(), lookTime),
      setInterval(() => void this.#writeProgress(), progressTime),
    ];
    batch.signal?.addEventListener('abort', () => this.#stop(), { once: true });
  }

  run(order: JobOrder): Promise<JobResult> {
    const job: QueuedJob = { version, order };
    const id = queuedId(job);
    return new Promise((resolve, reject) => {
      if (this.#isStopped) return reject(new Error('the batch was stopped'));
      if (this.#gathered.length === 0)
        setTimeout(
          () => this.#putGathered(),
          this.#awaited.size < many ? gatherTime : longGatherTime,
        );
      this.#awaited.set(id, { job, resolve, reject, isIn: false, heard: Date.now() });
      this.#gathered.push(id);
    });
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#putting;
    await this.#stopping;
    if (this.#redis.status === 'ready') await this.#writeProgress();
    this.#ended.close();
    await this.#queue.close().catch(() => {});
    this.#redis.disconnect();
  }

  #putGathered(): void {
    const ids = this.#gathered;
    this.#gathered = [];
    this.#putting = this.#putting.then(() => this.#putUntilDone(ids));
  }

  async #putUntilDone(ids: readonly string[]): Promise<void> {
    while (!this.#isStopped) {
      try {
        return await this.#put(ids);
      } catch (error) {
        this.#trouble(error);
        await delay(putAgain);
      }
    }
  }

  /** Puts jobs in. What an earlier batch has left of them may come from other sources: it is removed first. */
  async #put(given: readonly string[]): Promise<void> {
    // An attempt before may have put some in, and they may have ended.
    const ids = given.filter((id) => this.#awaited.has(id));
    if (ids.length === 0) return;
    const there = await this.#redis.exists(...ids.map((id) => this.#queue.toKey(id)));
    for (const { id, isFinished } of there === 0 ? [] : await this.#stateOf(ids))
      if (isFinished) await this.#queue.remove(id);
    await this.#add(ids);
    for (const id of ids) {
      const own = this.#awaited.get(id);
      if (own !== undefined) [own.isIn, own.heard] = [true, Date.now()];
    }
  }

  async #add(ids: readonly string[]): Promise<void> {
    const jobs = ids.flatMap((id) => {
      const own = this.#awaited.get(id);
      return own === undefined ? [] : [{ id, name: own.job.order.job.id, data: own.job }];
    });
    if (jobs.length > 0 && !this.#isStopped) await addJobs(this.#redis, this.#queue, jobs);
  }

  async #stateOf(ids: readonly string[]) {
    const pipeline = this.#redis.pipeline();
    for (const id of ids)
      pipeline.hmget(
        this.#queue.toKey(id),
        'timestamp',
        'finishedOn',
        'returnvalue',
        'failedReason',
      );
    const answers = (await pipeline.exec()) ?? [];
    return ids.map((id, index) => {
      const fields = answers[index]?.[1];
      const [timestamp, finishedOn, result, failure] = Array.isArray(fields)
        ? fields.map((field: unknown) => (typeof field === 'string' ? field : undefined))
        : [];
      return {
        id,
        isThere: timestamp !== undefined,
        isFinished: finishedOn !== undefined,
        result,
        failure,
      };
    });
  }

  /** Looks up the jobs of which nothing was heard: takes what is finished and puts in what is lost. */
  async #look(): Promise<void> {
    const now = Date.now();
    // Twice: the first time, something may have been heard of a job just before.
    const isNeeded = now - this.#troubled <= 3 * lookTime || ++this.#looks % looksWithout === 0;
    if (this.#looking || !isNeeded) return;
    this.#looking = true;
    try {
      const quiet = [...this.#awaited].filter(
        ([, { isIn, heard }]) => isIn && now - heard >= lookTime,
      );
      for (const [, own] of quiet) own.heard = now;
      const lost: string[] = [];
      for (const state of await this.#stateOf(quiet.map(([id]) => id))) {
        if (!state.isThere) lost.push(state.id);
        // A job that has succeeded in the end keeps the failure of an earlier attempt.
        else if (state.isFinished && state.result !== undefined)
          this.#completed(state.id, state.result);
        else if (state.isFinished) this.#hasFailed(state.id, state.failure ?? '');
      }
      await this.#add(lost);
      this.#isTroubled = false;
    } catch (error) {
      // Looked up again soon.
      this.#trouble(error);
    } finally {
      this.#looking = false;
    }
  }

  #trouble(error: unknown): void {
    this.#troubled = Date.now();
    if (!this.#isTroubled)
      this.#batch.onTrouble?.(error instanceof Error ? error.message : String(error));
    this.#isTroubled = true;
  }

  #take(id: string): Awaited | undefined {
    const own = this.#awaited.get(id);
    this.#awaited.delete(id);
    return own;
  }

  /** The first result of a job counts; others are of other batches. */
  #completed(id: string, value: unknown): void {
    const own = this.#take(id);
    if (own === undefined) return;
    try {
      own.resolve(parseQueuedResult(value));
      this.#done++;
    } catch (error) {
      own.reject(error);
    }
  }

  #hasFailed(id: string, reason: string): void {
    const own = this.#take(id);
    if (own === undefined) return;
    this.#failed++;
    own.resolve({ status: 'failed', id: own.job.order.job.id, error: parseFailure(reason) });
    if (this.#batch.failFast) this.#stop();
  }

  #stop(): void {
    this.#isStopped = true;
    this.#stopping = this.#takeBack().catch((error: unknown) => this.#trouble(error));
  }

  /** Takes back what no worker has begun. The results of the others are waited for, unless the batch was interrupted. */
  async #takeBack(): Promise<void> {
    const isAborted = this.#batch.signal?.aborted === true;
    const reason = new Error('the batch was stopped');
    const ids = [...this.#awaited.keys()];
    if (isAborted) for (const id of ids) this.#take(id)?.reject(reason);
    await Promise.all(
      ids.map(async (id) => {
        // Fails for a job that a worker has: it is locked.
        const isRemoved = await this.#queue.remove(id).catch(() => 0);
        if (isRemoved === 1) this.#take(id)?.reject(reason);
      }),
    );
  }

  async #writeProgress(): Promise<void> {
    const { folder, jobs } = this.#batch;
    await writeProgress(this.#redis, this.#queue, this.#name, {
      folder,
      jobs,
      done: this.#done,
      failed: this.#failed,
      started: this.#started,
      reportedAt: new Date().toISOString(),
    }).catch(() => {});
  }
}
