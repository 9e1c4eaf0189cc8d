/** Ends a process of several when the one that started it is gone. */
import { Worker } from 'node:worker_threads';

/** Ours of before: a process whose parent died is given to another. A computation stops no other thread. */
const watch = `
const { ppid } = process;
setInterval(() => {
  if (process.ppid !== ppid) process.kill(process.pid, 'SIGKILL');
}, 500);
`;

/**
 * Watches from a thread of its own, so that it sees the end of the parent also while this process
 * computes. Has no effect on Windows, where a process keeps the number of its parent.
 */
export function endWithParent(): void {
  new Worker(watch, {
    eval: true,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 8 },
  }).unref();
}
