/** The thread that reads texts, which may have been started ahead. */
import type { Worker } from 'node:worker_threads';
import { startThread, startThreadAhead } from '../../platform/start/thread-ahead.js';

const file = new URL('./text-worker.js', import.meta.url);

/** Starts a thread that reads texts. */
export function startTextWorker(): Worker {
  return startThread(file);
}

/** As `startThreadAhead`. */
export function startTextWorkerAhead(paths: readonly string[], threads?: number): void {
  startThreadAhead(file, paths, threads);
}
