/** A thread of `npm run fuzz`: all targets one after the other, each for its share of the time. */
import { parentPort, workerData } from 'node:worker_threads';
import { runTarget } from './harness.js';
import type { Assignment, Message } from './main.js';
import { targets } from './targets.js';

// What `main.ts` hands over.
const { targets: names, seconds, seed, path, heartbeat } = workerData as Assignment;
const beats = new Int32Array(heartbeat);
const say = (message: Message): void => parentPort?.postMessage(message);

const chosen = targets.filter(({ name }) => names.includes(name));
const shares = chosen.reduce((sum, { share }) => sum + share, 0);
for (const target of chosen) {
  say({ type: 'begin', target: target.name });
  const outcome = await runTarget(target, {
    seed,
    milliseconds: (1000 * seconds * target.share) / shares,
    ...(path !== undefined && { path }),
    onCase: () => void Atomics.add(beats, 0, 1),
  });
  say({ type: 'end', target: target.name, seed, ...outcome });
}
