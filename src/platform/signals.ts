/**
 * Signals and closed pipes: the program ends as shells expect, without a trace on the screen.
 *
 * A handler runs only between turns of the event loop, so a computation may delay it for minutes.
 * Without a handler, the system ends the program at once. So handlers are installed only if there is
 * something to clean up first, that is, while
 *
 * - work is `holding`: it ends once the signal aborts (a screen, jobs, an input that nobody writes
 *   to) and avoids long computations;
 * - there is a file to remove (`tidyBeforeSignal`): its writer yields after every piece.
 */
import { closeSync } from 'node:fs';
import { isatty } from 'node:tty';

/**
 * What a run does when nobody reads its standard output any more (`paralign ... | head`): it ends quietly with 0, as nothing
 * else is wanted; ends with an error, as not all was answered; or goes on, as its result is files.
 */
export type WhenUnread = 'end' | 'fail' | 'go on';

/** As shells count SIGPIPE. */
const unreadExitCode = 141;

let whenUnread: WhenUnread = 'end';

/** Says what happens from now on when the reader of standard output goes away. */
export function setWhenUnread(choice: WhenUnread): void {
  whenUnread = choice;
}

/**
 * Deals with readers that go away. Messages that nobody reads keep nothing from being done. Any other error of a stream
 * is thrown where the write was awaited.
 */
export function ignoreClosedPipes(): void {
  process.stdout.on('error', (error) => {
    if (!isUnread(error) || whenUnread === 'go on') return;
    process.exit(whenUnread === 'fail' ? unreadExitCode : 0);
  });
  process.stderr.on('error', () => {});
}

/** Whether a write failed because nobody reads the stream any more. */
export function isUnread(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED';
}

/**
 * Node restores terminals when it ends, and fails an assertion if one is gone (after a lost
 * connection). It leaves closed ones alone.
 */
export function closeGoneTerminals(): void {
  const terminals = [0, 1, 2].filter((file) => isatty(file));
  process.on('exit', () => {
    for (const file of terminals) if (!isatty(file)) closeSync(file);
  });
}

/** Exit codes of the signals that end the program, as shells count them. */
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

type EndingSignal = keyof typeof exitCodes;

const endingSignals: readonly EndingSignal[] = ['SIGHUP', 'SIGINT', 'SIGTERM'];

/** What `endOnSignals` returns. */
export interface SignalWatch {
  /** Aborts on the first signal received while work is held; the reason is its name. */
  readonly signal: AbortSignal;
  /** Runs work that ends by itself once `signal` aborts; a second signal ends the program at once. */
  holding<T>(work: () => Promise<T>): Promise<T>;
  /** Runs a long computation inside held work; a signal during it ends the program at once. */
  endingAtOnce<T>(work: () => Promise<T>): Promise<T>;
}

/** The watch of this process; none if paralign is used as a library, whose user handles signals. */
let current: Watch | undefined;

/** Runs before a signal ends the program; empty if there is nothing to clean up. */
const tidies = new Set<() => void>();

/** Watches the signals of this process, all or the named ones, until it ends. */
export function endOnSignals(names: readonly EndingSignal[] = endingSignals): SignalWatch {
  current?.stop();
  current = new Watch(names);
  return current;
}

class Watch implements SignalWatch {
  readonly #controller = new AbortController();
  readonly #handlers: readonly (readonly [EndingSignal, () => void])[];
  #held = 0;
  #exposed = 0;
  #deferring = 0;
  #deferred: EndingSignal | undefined;
  #watching = false;

  constructor(names: readonly EndingSignal[]) {
    this.#handlers = names.map((name) => [name, () => this.#receive(name)] as const);
    this.update();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  async holding<T>(work: () => Promise<T>): Promise<T> {
    return this.#counting(work, (by) => (this.#held += by));
  }

  async endingAtOnce<T>(work: () => Promise<T>): Promise<T> {
    return this.#counting(work, (by) => (this.#exposed += by));
  }

  /** Runs work that must not be interrupted; a signal received meanwhile takes effect after it. */
  async deferring<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.#counting(work, (by) => (this.#deferring += by));
    } finally {
      if (this.#deferred !== undefined && this.#deferring === 0) this.#end(this.#deferred);
    }
  }

  /** Installs or removes the handlers as needed. */
  update(): void {
    const needed = this.#exposed === 0 && this.#held + this.#deferring + tidies.size > 0;
    // The first process of a container ignores signals that it doesn't handle.
    const wanted = needed || process.pid === 1;
    if (wanted === this.#watching) return;
    this.#watching = wanted;
    for (const [name, handler] of this.#handlers)
      if (wanted) process.on(name, handler);
      else process.off(name, handler);
  }

  stop(): void {
    for (const [name, handler] of this.#handlers) process.off(name, handler);
  }

  async #counting<T>(work: () => Promise<T>, add: (by: number) => void): Promise<T> {
    add(1);
    this.update();
    try {
      return await work();
    } finally {
      add(-1);
      this.update();
    }
  }

  #receive(name: EndingSignal): void {
    if (this.#held > 0) {
      if (this.signal.aborted) process.exit(exitCodes[name]);
      this.#controller.abort(name);
    } else if (this.#deferring > 0) this.#deferred = name;
    else this.#end(name);
  }

  /** Uses the signal itself: `process.exit` would wait for threads, and one may be reading from a dead disk. */
  #end(name: EndingSignal): never {
    for (const tidy of tidies) tidy();
    this.stop();
    process.kill(process.pid, name);
    return process.exit(exitCodes[name]);
  }
}

/**
 * Registers something to do before a signal ends the program; the returned function cancels it. The
 * caller must yield to the event loop at least every tenth of a second.
 */
export function tidyBeforeSignal(tidy: () => void): () => void {
  tidies.add(tidy);
  current?.update();
  return () => {
    tidies.delete(tidy);
    current?.update();
  };
}

/** Runs work that a signal must not interrupt (a few renames). */
export function deferringSignals<T>(work: () => Promise<T>): Promise<T> {
  return current === undefined ? work() : current.deferring(work);
}

/** Runs work that waits for something else; a signal aborts it. */
export function abortedBySignals<T>(work: (signal?: AbortSignal) => Promise<T>): Promise<T> {
  const watch = current;
  return watch === undefined ? work() : watch.holding(() => work(watch.signal));
}

/** The exit code of a run that `endOnSignals` aborted. */
export function signalExitCode(signal: AbortSignal): number {
  const reason: unknown = signal.reason;
  return reason === 'SIGHUP' || reason === 'SIGTERM' ? exitCodes[reason] : exitCodes.SIGINT;
}
