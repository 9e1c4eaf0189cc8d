/** Signals and closed pipes: the program ends as shells expect, without a trace on the screen. */
import { closeSync } from 'node:fs';
import { isatty } from 'node:tty';

/**
 * A reader that goes away (`paralign ... | head`) ends the program quietly with 0. Everything else
 * that a stream reports is an error: thrown where the write was awaited.
 */
export function ignoreClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
    });
}

/**
 * Node sets terminals back to how it found them when it ends, and dies of an assertion when one is
 * gone (a connection that was cut). It leaves closed ones alone.
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

/** What `endOnSignals` gives. */
export interface SignalWatch {
  /** Aborts on the first signal; the reason is its name. */
  readonly signal: AbortSignal;
  /**
   * Runs work during which a signal ends the program at once, as it would without a handler. For
   * long computations that leave nothing to clean up: a handler could only run after them.
   */
  endingAtOnce<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * Aborts on the first SIGHUP, SIGINT or SIGTERM, so that the run can end cleanly; the second one
 * ends the program at once.
 */
export function endOnSignals(): SignalWatch {
  const controller = new AbortController();
  const handlers = (Object.keys(exitCodes) as EndingSignal[]).map((name) => {
    const handler = (): void => {
      if (controller.signal.aborted) process.exit(exitCodes[name]);
      controller.abort(name);
    };
    return [name, handler] as const;
  });
  const watch = (): void => handlers.forEach(([name, handler]) => process.on(name, handler));
  watch();
  return {
    signal: controller.signal,
    async endingAtOnce(work) {
      for (const [name, handler] of handlers) process.off(name, handler);
      try {
        return await work();
      } finally {
        watch();
      }
    },
  };
}

/** The exit code of a run that `endOnSignals` aborted. */
export function signalExitCode(signal: AbortSignal): number {
  const reason: unknown = signal.reason;
  return reason === 'SIGHUP' || reason === 'SIGTERM' ? exitCodes[reason] : exitCodes.SIGINT;
}
