/**
 * Gives the results of several jobs to a queue, and takes as many others, in one message: with one for each, as BullMQ
 * sends them, the queue takes twice the processor time. All else is BullMQ's, and jobs are kept as it keeps them.
 */
import { createRedisBackend, raw2NextJobData, type RedisQueueBackend } from 'bullmq';
import type { Redis } from 'ioredis';
import { Script } from './script.js';

/** Most jobs in one message: the server does nothing else meanwhile. */
const most = 250;

/** Most results in an entry of the stream, and most entries: they hold results of some seconds. */
const mostInEntry = 10;
const mostEntries = 2500;

/** Names of the keys that the script is given, in its order. */
const keys = ['wait', 'active', 'delayed', 'completed', 'stalled', 'marker', 'meta', 'events'];

/**
 * Does for each job what BullMQ 6 does in moveToFinished, with its codes for what is wrong. What is rare is left to its
 * own scripts: nothing is taken from a queue that is paused or limited, nor while a job waits there whose pause is over.
 */
const script = new Script(`
local ${keys.join(', ')} = unpack(KEYS)
local prefix, now, worker, lockTime, kept = unpack(ARGV, 1, 5)
local call = redis.call

local limits = call('HMGET', meta, 'paused', 'concurrency', 'max')
local mayTake = not (limits[1] or limits[2] or limits[3])
  and #call('ZRANGEBYSCORE', delayed, 0, (now + 1) * 0x1000 - 1, 'LIMIT', 0, 1) == 0

local function finish(id, token, value)
  local key = prefix .. id
  if call('EXISTS', key) == 0 then return -1 end
  local owner = call('GET', key .. ':lock')
  if not owner then return -2 end
  if owner ~= token then return -6 end
  call('DEL', key .. ':lock')
  call('SREM', stalled, id)
  if call('LREM', active, -1, id) == 0 then return -3 end
  call('HSET', key, 'returnvalue', value, 'finishedOn', now)
  call('HINCRBY', key, 'atm', 1)
  call('ZADD', completed, now, id)
  return 0
end

local function take(token)
  local id = call('RPOPLPUSH', wait, active)
  if not id then return 0 end
  local key = prefix .. id
  call('SET', key .. ':lock', token, 'PX', lockTime)
  call('HSET', key, 'processedOn', now, 'pb', worker)
  local starts = call('HINCRBY', key, 'ats', 1)
  local job = call('HMGET', key, 'name', 'data', 'opts', 'timestamp', 'atm', 'stc')
  return {{'name', job[1], 'data', job[2], 'opts', job[3], 'timestamp', job[4], 'atm', job[5], 'stc', job[6],
    'processedOn', now, 'ats', starts}, id, 0, 0}
end

local answers, ended, isTaken = {}, {}, false
for at = 6, #ARGV, 4 do
  local id, token, value = ARGV[at], ARGV[at + 1], ARGV[at + 2]
  local answer = finish(id, token, value)
  if answer == 0 then
    ended[#ended + 1] = id
    ended[#ended + 1] = value
    if mayTake and ARGV[at + 3] == '1' then answer = take(token) end
    isTaken = isTaken or answer ~= 0
  end
  answers[#answers + 1] = answer
end
if isTaken then call('ZADD', marker, 0, '0') end
for at = 1, #ended, ${2 * mostInEntry} do
  call('XADD', events, 'MAXLEN', '~', ${mostEntries}, '*', 'event', 'ended',
    unpack(ended, at, math.min(at + ${2 * mostInEntry - 1}, #ended)))
end
local old = call('ZRANGE', completed, 0, -kept - 1)
for _, id in ipairs(old) do call('DEL', prefix .. id) end
if #old > 0 then call('ZREMRANGEBYRANK', completed, 0, -kept - 1) end
return answers
`);

/** A job whose result is to be given to the queue. */
interface Ended {
  readonly id: string;
  readonly token: string;
  readonly value: string;
  /** Whether another job is wanted in its place. */
  readonly takesNext: boolean;
  readonly resolve: (answer: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** How a worker takes jobs. */
export interface WorkerRules {
  readonly name: string;
  /** How long a job belongs to its worker, in ms. */
  readonly lockDuration: number;
  /** Most results kept. */
  readonly resultsKept: number;
}

/** BullMQ's side of the server for a worker on this connection, whose processor returns results as JSON. */
export function finishingTogether(
  redis: Redis,
  rules: WorkerRules,
): (...given: Parameters<typeof createRedisBackend>) => RedisQueueBackend {
  return (...given) => {
    const backend = createRedisBackend(...given);
    let gathered: Ended[] = [];
    const send = (): void => {
      const all = gathered;
      gathered = [];
      for (let from = 0; from < all.length; from += most)
        void finish(redis, { backend, rules, jobs: all.slice(from, from + most) });
    };
    backend.moveToCompleted = async ({ id = '' }, value, _keep, token, takesNext) => {
      const answer = await new Promise<unknown>((resolve, reject) => {
        // Those that are reported in the same moment.
        if (gathered.length === 0) setImmediate(send);
        gathered.push({ id, token, value: String(value), takesNext, resolve, reject });
      });
      if (typeof answer === 'number' && answer < 0)
        throw backend.finishedErrors({
          code: answer,
          jobId: id,
          command: 'moveToFinished',
          state: 'active',
        });
      return {
        result: Array.isArray(answer) ? raw2NextJobData(answer) : [],
        finishedOn: Date.now(),
      };
    };
    return backend;
  };
}

async function finish(
  redis: Redis,
  {
    backend,
    rules,
    jobs,
  }: {
    readonly backend: RedisQueueBackend;
    readonly rules: WorkerRules;
    readonly jobs: readonly Ended[];
  },
): Promise<void> {
  const { name, lockDuration, resultsKept } = rules;
  try {
    const answers = await script.run(
      redis,
      keys.map((key) => backend.toKey(key)),
      [
        backend.toKey(''),
        Date.now(),
        name,
        lockDuration,
        resultsKept,
        ...jobs.flatMap(({ id, token, value, takesNext }) => [id, token, value, takesNext ? 1 : 0]),
      ],
    );
    if (!Array.isArray(answers)) throw new TypeError('the queue did not answer for each job');
    for (const [index, { resolve }] of jobs.entries()) resolve(answers[index]);
  } catch (error) {
    for (const { reject } of jobs) reject(error);
  }
}
