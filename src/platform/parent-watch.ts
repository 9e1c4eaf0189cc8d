/** Ends a worker process when the process that started it is gone. */
import { Worker } from 'node:worker_threads';

/** A process whose parent dies gets another parent. Computing in the main thread does not hold up this one. */
const watch = `
const { ppid } = process;
setInterval(() => {
  if (process.ppid !== ppid) process.kill(process.pid, 'SIGKILL');
}, 500);
`;

/**
 * Watches from a separate thread, so that it notices the end of the parent even while this process is
 * computing. Has no effect on Windows, where a process keeps its parent's number.
 */
export function endWithParent(): void {
  new Worker(watch, {
    eval: true,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 8 },
  }).unref();
}
