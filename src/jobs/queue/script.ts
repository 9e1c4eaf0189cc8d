/** Scripts that run on the queue's server, each as one step that nothing comes between. */
import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

/** A script in Lua. The server gets its text once, and its hash from then on. */
export class Script {
  readonly #text: string;
  readonly #hash: string;

  constructor(text: string) {
    this.#text = text;
    this.#hash = createHash('sha1').update(text).digest('hex');
  }

  /** Runs it. Rejects with what the server says. */
  async run(
    redis: Redis,
    keys: readonly string[],
    args: readonly (string | number)[],
  ): Promise<unknown> {
    try {
      return await redis.evalsha(this.#hash, keys.length, ...keys, ...args);
    } catch (error) {
      // New to this server, or to the one that was started in its place.
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return redis.eval(this.#text, keys.length, ...keys, ...args);
    }
  }
}
