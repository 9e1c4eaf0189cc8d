/** Ends this process, which reads a file that may be made to harm, when it takes too much. */
import { Worker } from 'node:worker_threads';
import { reportDescriptor } from './messages.js';

/** Memory that a process may take, its heap included. */
export const mostMemory = 850 * 2 ** 20;
/** Its heap, in MB. */
export const mostHeap = 512;
/** Seconds of computing without any text. */
const mostSeconds = 8;
/** More of them for every million characters that were found. */
const secondsPerMillion = 5;
/** A process that computes nothing waits for what never comes: so many seconds for each of computing. */
const waiting = 8;

/**
 * In a thread of its own, since computing stops no other. It ends with whoever asked as well: the pipe to
 * him is closed then.
 */
const watch = `
const { Socket } = require('node:net');
const { workerData } = require('node:worker_threads');
const { progress, descriptor, mostMemory, mostSeconds, secondsPerMillion, waiting } = workerData;
const kill = () => process.kill(process.pid, 'SIGKILL');
const pipe = new Socket({ fd: descriptor, readable: true, writable: true });
pipe.on('error', kill).on('close', kill).resume();
let told = 0;
const begun = performance.now();
const exceeded = () => {
  if (process.memoryUsage.rss() > mostMemory) return 'memory';
  const { user, system } = process.cpuUsage();
  const most = mostSeconds + secondsPerMillion * Atomics.load(progress, 1) / 1e6;
  if ((user + system) / 1e6 > most) return 'time';
  return (performance.now() - begun) / 1e3 > most * waiting ? 'time' : null;
};
setInterval(() => {
  const page = Atomics.load(progress, 0);
  if (page !== told) pipe.write(JSON.stringify({ kind: 'page', page: told = page }) + '\\n');
  const limit = exceeded();
  if (limit !== null) pipe.write(JSON.stringify({ kind: 'limit', limit }) + '\\n', kill);
}, 20);
`;

/**
 * Watches this process from now on.
 *
 * @returns a function that tells the page that is read next, and how many characters were found
 */
export function limitThisProcess(): (page: number, characters: number) => void {
  const progress = new Int32Array(new SharedArrayBuffer(8));
  new Worker(watch, {
    eval: true,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 16 },
    workerData: {
      progress,
      descriptor: reportDescriptor,
      mostMemory,
      mostSeconds,
      secondsPerMillion,
      waiting,
    },
  }).unref();
  return (page, characters) => {
    Atomics.store(progress, 0, page);
    Atomics.store(progress, 1, characters);
  };
}
