/** When the code of the running program is kept for its next start: only once its work is done. */

/** The code of what is running. */
interface Code {
  keep(): void;
}

/** In place of the name of a command: options and files may come first. */
export const anyCommand = 'program';

let running: { readonly name: string; readonly code: Code } | null = null;

/** Says what is running; nothing is kept before one of the other functions is called. */
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
 * @param name the command that runs: other words that a command line begins with are names of files
 */
export function keepCodeAtExit(name: string): void {
  if (running === null || (running.name !== name && running.name !== anyCommand)) return;
  const { code } = running;
  process.once('exit', (status) => {
    if (status === 0) code.keep();
  });
}
