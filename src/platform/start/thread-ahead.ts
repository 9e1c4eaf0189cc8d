/**
 * A thread for texts that starts before the program that will use it is loaded: a thread takes a tenth of a second until
 * it can read. The start and the program share this module (packaging/starters.mjs).
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { threadFlags } from '../node-flags.js';
import { sizeOfFiles } from './file-sizes.js';

/**
 * Texts of fewer bytes than this, all together, are read and checked in less time than a thread takes
 * to start and to load the code for it.
 */
export const shortTexts = 2 ** 16;

/** Started, and not yet in use. */
let early: Worker | null = null;

/** Starts a thread that runs a file; the one that was started ahead, if there is one. */
export function startThread(url: URL): Worker {
  const worker = early ?? newThread(url);
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
export function startThreadAhead(url: URL, paths: readonly string[], threads?: number): void {
  if (early !== null || (threads ?? availableParallelism()) < 2) return;
  if (sizeOfFiles(paths) < shortTexts) return;
  try {
    const worker = newThread(url);
    worker.unref();
    // Whoever needs a thread starts another then, and meets the error.
    worker.on('error', () => {});
    worker.once('exit', () => {
      if (early === worker) early = null;
    });
    early = worker;
  } catch {
    // As above.
  }
}

function newThread(url: URL): Worker {
  return new Worker(url, { execArgv: threadFlags() });
}
