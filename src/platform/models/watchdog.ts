/** Ends a request that has gone silent, or that is so slow that it would take for ever. */

/** Milliseconds without a byte after which a connection counts as broken. */
const defaultIdleTimeout = 60_000;
/** Bytes per second that a connection must deliver on average over two idle timeouts. */
const slowest = 256;

/** Aborts `signal` when nothing, or next to nothing, came for a while, or when the user stops the program. */
export class Watchdog {
  readonly #controller = new AbortController();
  readonly #limit: number;
  #timer: NodeJS.Timeout | undefined;
  readonly #pace: NodeJS.Timeout;
  #bytes = 0;
  /** Why the connection was given up. */
  expired: string | undefined;
  readonly signal: AbortSignal;

  constructor({
    signal,
    idleTimeout = defaultIdleTimeout,
  }: {
    readonly signal?: AbortSignal;
    readonly idleTimeout?: number;
  }) {
    this.#limit = idleTimeout;
    this.signal = signal
      ? AbortSignal.any([signal, this.#controller.signal])
      : this.#controller.signal;
    this.#pace = setInterval(() => {
      if (this.#bytes < (slowest * 2 * idleTimeout) / 1000)
        this.#expire('the connection is too slow');
      this.#bytes = 0;
    }, 2 * idleTimeout);
    this.feed(0);
  }

  /** Records that bytes arrived. */
  feed(bytes: number): void {
    this.#bytes += bytes;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#expire('the connection went silent'), this.#limit);
  }

  stop(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#pace);
  }

  #expire(why: string): void {
    this.expired ??= why;
    this.#controller.abort();
  }
}
