/** The stream in which a queue says what has become of its jobs. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';

/** Longest wait for the next entry, in ms. */
const longestWait = 5000;

/**
 * Pause in ms after some were read: each reading costs as much as the job that it reports, and the next ones are
 * read together. BullMQ's own reader has none.
 */
const pause = 50;

/** Most entries that are read at a time. */
const most = 2000;

/** Called for every job of the queue that has ended. */
export interface EndedListener {
  completed(id: string, result: string): void;
  failed(id: string, reason: string): void;
}

/** Reads the stream, on a connection of its own. */
export class EndedJobs {
  readonly #redis: Redis;
  readonly #key: string;
  #last: string;
  #isClosed = false;

  private constructor(redis: Redis, key: string, last: string) {
    this.#redis = redis;
    this.#key = key;
    this.#last = last;
  }

  /** Begins where the stream ends now. */
  static async from(redis: Redis, key: string): Promise<EndedJobs> {
    // A lost connection is made again.
    redis.on('error', () => {});
    const [newest] = await redis.xrevrange(key, '+', '-', 'COUNT', 1);
    return new EndedJobs(redis, key, newest?.[0] ?? '0-0');
  }

  /** Reads until it is closed, however often the server is lost meanwhile. */
  async read(listener: EndedListener): Promise<void> {
    while (!this.#isClosed) {
      const streams = await this.#redis
        .xread('COUNT', most, 'BLOCK', longestWait, 'STREAMS', this.#key, this.#last)
        .catch(() => null);
      for (const [id, fields] of streams?.[0]?.[1] ?? []) {
        this.#last = id;
        hear(fields, listener);
      }
      await delay(pause, undefined, { ref: false });
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#redis.disconnect();
  }
}

function hear([, event, ...fields]: readonly string[], listener: EndedListener): void {
  const entry = new Map<string, string>();
  for (let at = 0; at + 1 < fields.length; at += 2)
    entry.set(fields[at] ?? '', fields[at + 1] ?? '');
  // Several jobs that were finished together, or one that has failed.
  if (event === 'ended') for (const [id, result] of entry) listener.completed(id, result);
  else if (event === 'failed')
    listener.failed(entry.get('jobId') ?? '', entry.get('failedReason') ?? '');
}
