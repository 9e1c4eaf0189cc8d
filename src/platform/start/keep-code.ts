/** When the code of the running program is kept for its next start: only once its work is done. */

/** Code that can be kept. */
interface Code {
  keep(): void;
}

/** Names the code of command lines that do not begin with the name of a command. */
export const anyCommand = 'program';

let running: { readonly name: string; readonly code: Code } | null = null;

/** Notes whose code runs in this thread; nothing is kept before one of the other functions is called. */
export function startKeeping(name: string, code: Code): void {
  running = { name, code };
}

/** Keeps the code now. Does nothing where the modules were loaded by Node, as in a library. */
export function keepCode(): void {
  running?.code.keep();
}

/**
 * Keeps the code when the program ends without an error.
 *
 * @param name the command that runs; if the command line began with another word, that was the name of a file, and
 *   nothing is kept
 */
export function keepCodeAtExit(name: string): void {
  if (running === null || (running.name !== name && running.name !== anyCommand)) return;
  const { code } = running;
  process.once('exit', (status) => {
    if (status === 0) code.keep();
  });
}
