/** How far batches are, for people on any machine. */
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import * as v from 'valibot';

/** How far a batch is. Times are in ISO 8601. */
export interface BatchProgress {
  readonly folder: string;
  readonly jobs: number;
  readonly done: number;
  readonly failed: number;
  readonly started: string;
  /** When it was written: a batch that runs does so every second. */
  readonly reportedAt: string;
}

const schema = v.object({
  folder: v.string(),
  jobs: v.number(),
  done: v.number(),
  failed: v.number(),
  started: v.string(),
  reportedAt: v.string(),
});

/** How long batches are remembered, in ms. */
const remembered = 7 * 24 * 3_600_000;

const keyOf = (queue: Pick<Queue, 'toKey'>): string => queue.toKey('batches');

/** Writes how far the batch of this name is. */
export async function writeProgress(
  redis: Redis,
  queue: Pick<Queue, 'toKey'>,
  name: string,
  progress: BatchProgress,
): Promise<void> {
  await redis.hset(keyOf(queue), name, JSON.stringify(progress));
}

/** The batches of the last days, the newest first. Older ones are forgotten. */
export async function readProgress(
  redis: Redis,
  queue: Pick<Queue, 'toKey'>,
): Promise<(BatchProgress & { readonly name: string })[]> {
  const entries = Object.entries(await redis.hgetall(keyOf(queue)));
  const batches: (BatchProgress & { readonly name: string })[] = [];
  for (const [name, text] of entries) {
    const parsed = v.safeParse(schema, parseJson(text));
    const isOld = !parsed.success || Date.now() - Date.parse(parsed.output.reportedAt) > remembered;
    if (isOld) await redis.hdel(keyOf(queue), name);
    else batches.push({ name, ...parsed.output });
  }
  return batches.sort((a, b) => (a.started < b.started ? 1 : -1));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
