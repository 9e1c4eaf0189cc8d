/**
 * Puts jobs into a queue, many in one message. BullMQ sends one for each, and writes what happens to a job into its
 * stream four times, of which a batch needs only the last.
 */
import type { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { Script } from './script.js';

/** Most jobs in one message: the server does nothing else meanwhile. */
const most = 250;

/** As BullMQ 6 keeps a job that waits. One that is there already stays as it is. */
const script = new Script(`
local wait, marker = KEYS[1], KEYS[2]
local prefix, now, options = ARGV[1], ARGV[2], ARGV[3]
for at = 4, #ARGV, 3 do
  local id = ARGV[at]
  local key = prefix .. id
  if redis.call('EXISTS', key) == 0 then
    redis.call('HSET', key, 'name', ARGV[at + 1], 'data', ARGV[at + 2], 'opts', options,
      'timestamp', now, 'delay', 0, 'priority', 0)
    redis.call('LPUSH', wait, id)
  end
end
redis.call('ZADD', marker, 0, '0')
`);

/** A job to put in. */
export interface NewJob {
  readonly id: string;
  readonly name: string;
  readonly data: unknown;
}

/** Puts jobs into the queue, with its default options; those that are in it already are left alone. */
export async function addJobs(
  redis: Redis,
  queue: Pick<Queue, 'toKey' | 'defaultJobOptions'>,
  jobs: readonly NewJob[],
): Promise<void> {
  const options = JSON.stringify(queue.defaultJobOptions);
  const keys = [queue.toKey('wait'), queue.toKey('marker')];
  for (let from = 0; from < jobs.length; from += most) {
    const fields = jobs
      .slice(from, from + most)
      .flatMap(({ id, name, data }) => [id, name, JSON.stringify(data)]);
    await script.run(redis, keys, [queue.toKey(''), Date.now(), options, ...fields]);
  }
}
