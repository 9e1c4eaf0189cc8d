/** Connections to the queue's server, Redis or Valkey. */
import { Redis } from 'ioredis';
import { AppError } from '../../errors.js';
import type { QueueAddress } from './queue-address.js';

/** Time in ms to wait for the first answer of the server. */
const patience = 10_000;

/** Longest pause in ms between attempts to connect again. */
const longestPause = 1000;

/**
 * A connection that is made again whenever it is lost, with what was asked meanwhile sent later.
 *
 * @throws AppError `queue-unavailable` if the server can't be reached or refuses the login
 */
export async function connect(address: QueueAddress): Promise<Redis> {
  const { host, port, username, password, database, tls, shown } = address;
  let failure: Error | undefined;
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
    // Required by BullMQ: what waits for an answer waits until the server is back.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isReady ? Math.min(times * 50, longestPause) : null),
  });
  redis.on('error', (error: Error) => (failure = error));
  try {
    await redis.connect();
    await redis.ping();
    isReady = true;
    return redis;
  } catch (error) {
    redis.disconnect();
    throw unavailable(shown, failure ?? error);
  }
}

/** Only the message: the error itself may hold the login. */
function unavailable(shown: string, error: unknown): AppError {
  const said = error instanceof Error ? error.message : String(error);
  const hint = /NOAUTH|WRONGPASS|NOPERM|invalid password/i.test(said)
    ? 'give user and password in the URL, in PARALIGN_QUEUE or in a file: redis://user:password@host'
    : /certificate/i.test(said)
      ? 'name the file of the authority that signed it in NODE_EXTRA_CA_CERTS'
      : 'start Redis or Valkey there, or check the address';
  return new AppError('queue-unavailable', `the queue at ${shown} cannot be used: ${said}`, {
    hint,
  });
}
