/**
 * Fuzzing for as long as one likes: `npm run fuzz -- [--seconds N] [--seed N] [--target NAME] [--path P]
 * [--workers N]`, ten minutes with a seed of chance when nothing is said. A worker for every core goes through all
 * targets, each with cases of its own. Prints what was gone through; ends with 1 at a failure or a hang, after
 * saying how to see it again.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import type { FuzzOutcome, Totals } from './harness.js';
import { targets } from './targets.js';

/** A case that takes longer than this, in milliseconds, is taken for a hang. */
const longestCase = 60_000;

const option = { type: 'string' } as const;
const { values } = parseArgs({
  options: { seconds: option, seed: option, target: option, path: option, workers: option },
});
const seconds = Number(values.seconds ?? 600);
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 30));
const workers = values.path === undefined ? Number(values.workers ?? availableParallelism()) : 1;

/** What a worker is told. */
export interface Assignment {
  readonly targets: readonly string[];
  readonly seconds: number;
  readonly seed: number;
  readonly path: string | undefined;
  /** Counts up with every case, so that one that never ends is noticed. */
  readonly heartbeat: SharedArrayBuffer;
}

/** What a worker says. */
export type Message =
  | { readonly type: 'begin'; readonly target: string }
  | ({ readonly type: 'end'; readonly target: string; readonly seed: number } & FuzzOutcome);

const chosen = targets.filter(({ name }) => values.target === undefined || name === values.target);
if (chosen.length === 0) throw new Error(`targets: ${targets.map(({ name }) => name).join(', ')}`);

const all = new Map<string, { totals: Totals; slowest: number }>();
let failures = 0;

function add(target: string, { totals, slowest }: Pick<FuzzOutcome, 'totals' | 'slowest'>): void {
  const before = all.get(target) ?? { totals: {}, slowest: 0 };
  const sum = { ...before.totals };
  for (const [what, amount] of Object.entries(totals)) sum[what] = (sum[what] ?? 0) + amount;
  all.set(target, { totals: sum, slowest: Math.max(slowest, before.slowest) });
}

function runWorker(own: number): Promise<void> {
  const heartbeat = new SharedArrayBuffer(4);
  const beats = new Int32Array(heartbeat);
  const workerData: Assignment = {
    targets: chosen.map(({ name }) => name),
    seconds,
    seed,
    path: values.path,
    heartbeat,
  };
  const worker = new Worker(new URL('./worker.js', import.meta.url), {
    workerData: { ...workerData, seed: seed + own },
    // An input of kilobytes that takes more is a failure, and must not take the machine.
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });
  return new Promise((resolve) => {
    let target = 'start';
    let seen = -1;
    let since = performance.now();
    const watch = setInterval(() => {
      const now = Atomics.load(beats, 0);
      if (now !== seen) [seen, since] = [now, performance.now()];
      if (performance.now() - since < longestCase) return;
      failures++;
      console.error(`${target} hangs: npm run fuzz -- --target ${target} --seed ${seed + own}`);
      void worker.terminate();
    }, 500);
    worker.on('message', (message: Message) => {
      Atomics.add(beats, 0, 1);
      target = message.target;
      if (message.type === 'begin') return;
      add(message.target, message);
      if (message.failure === null) return;
      failures++;
      console.error(`\n${message.failure}`);
    });
    worker.on('error', (error) => {
      failures++;
      console.error(`\nthe worker died in ${target} (seed ${seed + own}):`, error);
    });
    worker.on('exit', () => {
      clearInterval(watch);
      resolve();
    });
  });
}

console.log(`seed ${seed}, ${seconds} s, ${workers} workers, ${chosen.length} targets`);
await Promise.all(Array.from({ length: workers }, (_, own) => runWorker(own)));

const sum: Totals = {};
for (const [name, { totals, slowest }] of all) {
  const counted = Object.entries(totals).map(([what, amount]) => `${amount} ${what}`);
  console.log(`${name.padEnd(16)} ${counted.join(', ')}; slowest case ${Math.round(slowest)} ms`);
  for (const [what, amount] of Object.entries(totals)) sum[what] = (sum[what] ?? 0) + amount;
}
const figures = ['cases', 'sentences', 'operations', 'keys'].map(
  (what) => `${(sum[what] ?? 0).toLocaleString('en')} ${what}`,
);
console.log(`in all: ${figures.join(', ')}; ${failures} failures`);
process.exitCode = failures > 0 ? 1 : 0;
