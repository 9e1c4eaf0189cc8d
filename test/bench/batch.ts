/**
 * What a pair of small documents costs in a batch: with one worker process and two, and through a queue on a Redis
 * of its own. Reads processor time and memory of every process from /proc: Linux only.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { journalName } from '../../src/platform/job-journal.js';
import { end, freePort, hasRedis, RedisServer } from '../e2e/queue-faults.js';
import { seededRandom } from '../seeded-random.js';
import { paraphrases, translations, type Material } from './made-texts.js';
import { program } from './places.js';

const sentences = 20;
/** Pairs at the beginning and at the end whose memory is compared. */
const group = 1000;
/** Runs beside the first are of this share of the pairs: they compare, and need no more. */
const share = 5;
/** Between two looks at the processes, in ms. */
const pause = 200;
/** Of the times in /proc. */
const ticksPerSecond = 100;

/** Prints the costs. Needs the program built, and redis-server for the queue. */
export async function run(options: {
  readonly pairs: string | undefined;
  readonly sizes: string | undefined;
}): Promise<void> {
  const count = Number(options.sizes ?? 10_000);
  const folder = mkdtempSync(join(tmpdir(), 'paralign-batch-'));
  const materials = options.pairs?.split(',').map(translations) ?? [paraphrases()];
  const bytes = makeDocuments(folder, count, materials);
  print(
    `${count} pairs of ${sentences} sentences a side, ${Math.round(bytes / count)} bytes a pair`,
  );
  const few = Math.max(1, Math.round(count / share));
  const batch = async (name: string, jobs: number, more: readonly string[]): Promise<Cost> => {
    const manifest = join(folder, `${name}.csv`);
    writeFileSync(manifest, manifestOf(jobs));
    const args = ['batch', manifest, '--out', join(folder, name), '--no-cache', ...more];
    return watch(start(args, folder), { journal: join(folder, name, journalName), jobs });
  };
  const all = await batch('all', count, ['--jobs', '2']);
  report('two workers', all);
  const [first = 0, last = 0] = [all.memory.at(0), all.memory.at(-1)];
  print(`memory of a worker: ${mb(first)} in the first ${group}, ${mb(last)} in the last`);
  const one = await batch('one', few, ['--jobs', '1']);
  report('one worker', one);
  const two = await batch('two', few, ['--jobs', '2']);
  report('two workers', two);
  print(`two workers against one: ${(one.seconds / two.seconds).toFixed(2)} times`);
  if (hasRedis) await throughQueue(folder, few, batch, two);
  rmSync(folder, { recursive: true, force: true });
}

/** What a run took. */
interface Cost {
  readonly jobs: number;
  readonly seconds: number;
  /** Processor time of all processes, in seconds. */
  readonly processor: number;
  /** The most bytes that a worker had, for every full group of pairs. */
  readonly memory: readonly number[];
}

async function throughQueue(
  folder: string,
  jobs: number,
  batch: (name: string, jobs: number, more: readonly string[]) => Promise<Cost>,
  plain: Cost,
): Promise<void> {
  const redis = new RedisServer(join(folder, 'redis'), await freePort());
  await redis.start();
  // As the batch: its processes would start anew for jobs that want another model, or none of its kept vectors.
  const worker = start(['worker', '--queue', redis.url, '--jobs', '2', '--no-cache'], folder);
  const workerId = worker.pid ?? 0;
  const before = usedBy([redis.pid, workerId]);
  const queued = await batch('queued', jobs, ['--queue', redis.url]);
  const beside = usedBy([redis.pid, workerId]).processor - before.processor;
  const shares = {
    batch: queued.processor,
    worker: ownTime(workerId),
    'its processes': usedBy([workerId]).processor - ownTime(workerId),
    Redis: ownTime(redis.pid),
  };
  await end(worker, 'SIGTERM');
  await redis.kill();
  const cost = { ...queued, processor: queued.processor + beside };
  report('two workers on a queue', cost);
  const parts = Object.entries(shares).map(([name, time]) => `${name} ${msOf(time, jobs)}`);
  print(`of that: ${parts.join(', ')}`);
  const more = (x: number, y: number): string => `${(100 * (x / y - 1)).toFixed(1)}%`;
  print(
    `queue against none: ${more(cost.processor, plain.processor)} more processor time, ` +
      `${more(cost.seconds, plain.seconds)} more time`,
  );
}

function makeDocuments(folder: string, count: number, materials: readonly Material[]): number {
  const random = seededRandom(20);
  let bytes = 0;
  mkdirSync(join(folder, 'texts'));
  for (let index = 0; index < count; index++) {
    const material = materials[index % materials.length] ?? paraphrases();
    const pairs = Array.from({ length: sentences }, () => material(random));
    for (const side of [0, 1] as const) {
      const text = Buffer.from(`${pairs.map((pair) => pair[side]).join('\n')}\n`);
      writeFileSync(join(folder, 'texts', `${index}.${side}.txt`), text);
      bytes += text.length;
    }
  }
  return bytes;
}

function manifestOf(jobs: number): string {
  const lines = Array.from(
    { length: jobs },
    (_, index) => `d${index},texts/${index}.0.txt,texts/${index}.1.txt\n`,
  );
  return `id,source_a,source_b\n${lines.join('')}`;
}

function start(args: readonly string[], home: string): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env['PATH'] ?? '', HOME: home },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** Follows a batch to its end. */
async function watch(
  child: ChildProcess,
  { journal, jobs }: { readonly journal: string; readonly jobs: number },
): Promise<Cost> {
  const began = performance.now();
  const memory: number[] = [];
  let processor = 0;
  let isOver = false;
  const over = once(child, 'exit').then(([code]) => {
    isOver = true;
    if (code !== 0) throw new Error(`the batch ended with ${String(code)}`);
  });
  while (!isOver) {
    const used = usedBy([child.pid ?? 0]);
    processor = Math.max(processor, used.processor);
    const at = Math.floor(linesOf(journal) / group);
    if (at * group < jobs) memory[at] = Math.max(memory[at] ?? 0, used.largest);
    await Promise.race([over, delay(pause)]);
  }
  await over;
  return { jobs, seconds: (performance.now() - began) / 1000, processor, memory };
}

function linesOf(path: string): number {
  try {
    return readFileSync(path).reduce((sum, byte) => sum + (byte === 0x0a ? 1 : 0), 0);
  } catch {
    return 0;
  }
}

/** Processor time of processes with all below them, and the memory of the largest below. */
function usedBy(roots: readonly number[]): {
  readonly processor: number;
  readonly largest: number;
} {
  const family = new Set(roots);
  let processor = 0;
  let largest = 0;
  const ids = readdirSync('/proc').map(Number).filter(Boolean);
  // Children have higher numbers than their parents, but for when the numbers begin again.
  for (const id of ids.sort((x, y) => x - y)) {
    const fields = statusOf(id);
    if (fields === undefined) continue;
    const [parent = 0, ...others] = fields;
    if (!family.has(id) && !family.has(parent)) continue;
    family.add(id);
    const [own = 0, system = 0, ended = 0, endedSystem = 0, pages = 0] = others;
    processor += (own + system + ended + endedSystem) / ticksPerSecond;
    if (!roots.includes(id)) largest = Math.max(largest, pages * 4096);
  }
  return { processor, largest };
}

/** Processor time of a process alone, in seconds. */
function ownTime(id: number): number {
  const [, own = 0, system = 0] = statusOf(id) ?? [];
  return (own + system) / ticksPerSecond;
}

/** Parent, times of its own and of its ended children, and resident pages. */
function statusOf(id: number): readonly number[] | undefined {
  try {
    const [, after = ''] = /^[^]*\) (.*)/.exec(readFileSync(`/proc/${id}/stat`, 'utf8')) ?? [];
    const fields = after.split(' ').map(Number);
    return [1, 11, 12, 13, 14, 21].map((at) => fields[at] ?? 0);
  } catch {
    // It has ended.
    return undefined;
  }
}

function report(what: string, { jobs, seconds, processor }: Cost): void {
  print(
    `${what}: ${jobs} pairs in ${seconds.toFixed(1)} s (${(jobs / seconds).toFixed(0)} a second), ` +
      `${msOf(processor, jobs)} of processor time a pair`,
  );
}

const msOf = (seconds: number, jobs: number): string =>
  `${((1000 * seconds) / jobs).toFixed(1)} ms`;

const mb = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
