/**
 * A thread for texts that starts while the program is still loading what it needs beside it: a thread takes a tenth
 * of a second until it can read.
 */
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { threadFlags } from '../../platform/node-flags.js';

/**
 * Texts of fewer bytes than this, all together, are read and checked in less time than a thread takes
 * to start and to load the code for it.
 */
export const shortTexts = 2 ** 16;

/** Started, and not yet in use. */
let early: Worker | null = null;

/** Starts a thread that reads texts. */
export function startTextWorker(): Worker {
  const worker =
    early ?? new Worker(new URL('./text-worker.js', import.meta.url), { execArgv: threadFlags() });
  early = null;
  worker.ref();
  return worker;
}

/**
 * Starts the thread ahead if the files are long, and there is a core for it. It ends with the program, whether or not
 * it is used.
 *
 * @param threads how many may work at a time; if left out, what pays on this machine's cores
 */
export function startTextWorkerAhead(paths: readonly string[], threads?: number): void {
  if (early !== null || (threads ?? availableParallelism()) < 2) return;
  const bytes = paths.reduce((sum, path) => sum + bytesOf(path), 0);
  if (bytes < shortTexts) return;
  early = startTextWorker();
  early.unref();
}

/** 0 for what is no file, or can't be looked at: whoever reads it says so. */
function bytesOf(path: string): number {
  try {
    const info = statSync(path);
    return info.isFile() ? info.size : 0;
  } catch {
    return 0;
  }
}
