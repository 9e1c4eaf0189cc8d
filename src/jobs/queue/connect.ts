/** Connections to the queue's server, Redis or Valkey. */
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { AppError } from '../../errors.js';
import type { QueueAddress } from './queue-address.js';

/** Time in ms to wait for the first answer of the server. */
const patience = 10_000;

/**
 * Time in ms after which what was asked counts as lost: scripts asked for just when a server goes away are sometimes
 * never answered, nor sent again (ioredis 6.0). What is lost is looked up and asked for again.
 */
const answerTime = 10_000;

/** How long, in ms, a server that isn't there is tried in the beginning, and the pause between two attempts. */
const startTime = 3000;
const firstPause = 100;

/** Longest pause in ms between attempts to connect again. */
const longestPause = 1000;

/**
 * A connection that is made again whenever it is lost, with what was asked meanwhile sent later; what isn't answered
 * within ten seconds rejects. A server that does not answer yet, for it is being started again, is asked for three
 * seconds.
 *
 * @throws AppError `queue-unavailable` if the server can't be reached or refuses the login; AbortError once `signal`
 * has aborted
 */
export async function connect(address: QueueAddress, signal?: AbortSignal): Promise<Redis> {
  const until = Date.now() + startTime;
  for (;;) {
    const { redis, failure } = await attempt(address);
    if (failure === undefined) return redis;
    if (!isPassing(failure) || Date.now() >= until) throw unavailable(address.shown, failure);
    await delay(firstPause, undefined, { signal });
  }
}

/** One attempt to connect and to get an answer; `failure` says why there is none. */
async function attempt(address: QueueAddress): Promise<{ redis: Redis; failure?: Error }> {
  const { host, port, username, password, database, tls } = address;
  let lost: Error | undefined;
  let isReady = false;
  const redis = new Redis({
    host,
    port,
    db: database,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(tls && { tls: {} }),
    lazyConnect: true,
    connectTimeout: patience,
    commandTimeout: answerTime,
    // Required by BullMQ: what waits for an answer waits until the server is back.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isReady ? Math.min(times * 50, longestPause) : null),
  });
  redis.on('error', (error: Error) => (lost = error));
  try {
    await redis.connect();
    await redis.ping();
    // The client stays in database 0, without an error, if the server has no other of this number.
    if (database !== 0) await redis.select(database);
    isReady = true;
    // Its copies connect by themselves: BullMQ would give up one whose very first attempt fails, and wait for it forever.
    redis.options.lazyConnect = false;
    return { redis };
  } catch (error) {
    redis.disconnect();
    return { redis, failure: lost ?? (error instanceof Error ? error : new Error(String(error))) };
  }
}

/** Whether a server that is being started again fails like this: it isn't there yet, goes away, or reads its file. */
function isPassing({ message }: Error): boolean {
  return /ECONNREFUSED|ECONNRESET|EPIPE|Connection is closed|LOADING/.test(message);
}

/** Only the message: the error itself may hold the login. */
function unavailable(shown: string, { message: said }: Error): AppError {
  const hint = /NOAUTH|WRONGPASS|NOPERM|invalid password/i.test(said)
    ? 'give user and password in the URL, in PARALIGN_QUEUE or in a file: redis://user:password@host'
    : /certificate/i.test(said)
      ? 'name the file of the authority that signed it in NODE_EXTRA_CA_CERTS'
      : 'start Redis or Valkey there, or check the address';
  return new AppError('queue-unavailable', `the queue at ${shown} cannot be used: ${said}`, {
    hint,
  });
}
