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

/** Exit codes of the signals that end the program, as shells count them. */
const exitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

type EndingSignal = keyof typeof exitCodes;

/**
 * Aborts on the first SIGHUP, SIGINT or SIGTERM, so that the run can end cleanly; the second one
 * ends the program at once. The abort's reason is the signal's name.
 */
export function endOnSignals(): AbortSignal {
  const controller = new AbortController();
  for (const name of Object.keys(exitCodes) as EndingSignal[])
    process.on(name, () => {
      if (controller.signal.aborted) process.exit(exitCodes[name]);
      controller.abort(name);
    });
  return controller.signal;
}

/** The exit code of a run that `endOnSignals` aborted. */
export function signalExitCode(signal: AbortSignal): number {
  const reason: unknown = signal.reason;
  return reason === 'SIGHUP' || reason === 'SIGTERM' ? exitCodes[reason] : exitCodes.SIGINT;
}
