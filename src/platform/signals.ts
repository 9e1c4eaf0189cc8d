/** Signals and closed pipes: the program ends as shells expect, without a trace on the screen. */

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
 * Aborts on the first SIGINT or SIGTERM (the signal's reason is its name), so that the run can end
 * cleanly; the second one ends the program at once.
 */
export function endOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(name === 'SIGTERM' ? 143 : 130);
      controller.abort(name);
    });
  return controller.signal;
}
