/** Ends this process, which reads a file that may be made to harm, when it takes too much. */
import { Worker } from 'node:worker_threads';
import { reportDescriptor } from './messages.js';

/** Memory that a process may take, its heap included. */
export const mostMemory = 850 * 2 ** 20;
/** Its heap, in MB. */
export const mostHeap = 512;
/** Seconds of computing without any text. */
const mostSeconds = 8;
/** More of them for every MB of the file, and how many more a large file gets at most. */
const secondsPerMegabyte = 1;
const mostForSize = 10;
/** More of them for every million characters that were found: three times what it takes while others compute too. */
const secondsPerMillion = 8;
/** A process that computes nothing waits for what never comes: so many seconds for each of computing. */
const waiting = 8;

/**
 * In a thread of its own, since computing stops no other. It ends with whoever asked as well: the pipe to
 * him is closed then.
 */
const watch = `
const { Socket } = require('node:net');
const { workerData } = require('node:worker_threads');
const { progress, descriptor, mostMemory, waiting } = workerData;
const { mostSeconds, secondsPerMegabyte, mostForSize, secondsPerMillion } = workerData;
const kill = () => process.kill(process.pid, 'SIGKILL');
const pipe = new Socket({ fd: descriptor, readable: true, writable: true });
pipe.on('error', kill).on('close', kill).resume();
let reported = 0;
const begun = performance.now();
const exceeded = () => {
  if (process.memoryUsage.rss() > mostMemory) return 'memory';
  const { user, system } = process.cpuUsage();
  const forSize = Math.min(secondsPerMegabyte * Atomics.load(progress, 2) / 1e6, mostForSize);
  const most = mostSeconds + forSize + secondsPerMillion * Atomics.load(progress, 1) / 1e6;
  if ((user + system) / 1e6 > most) return 'time';
  return (performance.now() - begun) / 1e3 > most * waiting ? 'time' : null;
};
setInterval(() => {
  const page = Atomics.load(progress, 0);
  if (page !== reported) pipe.write(JSON.stringify({ kind: 'page', page: reported = page }) + '\\n');
  const limit = exceeded();
  if (limit !== null) pipe.write(JSON.stringify({ kind: 'limit', limit }) + '\\n', kill);
}, 20);
`;

/**
 * Watches this process from now on.
 *
 * @returns functions to say how large the file is, in bytes; and the page that is read next with how
 *   many characters were found
 */
export function limitThisProcess(): {
  readonly onSize: (bytes: number) => void;
  readonly onPage: (page: number, characters: number) => void;
} {
  const progress = new Int32Array(new SharedArrayBuffer(12));
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
      secondsPerMegabyte,
      mostForSize,
      secondsPerMillion,
      waiting,
    },
  }).unref();
  return {
    onSize: (bytes) => void Atomics.store(progress, 2, Math.min(bytes, 2 ** 31 - 1)),
    onPage: (page, characters) => {
      Atomics.store(progress, 0, page);
      Atomics.store(progress, 1, characters);
    },
  };
}
