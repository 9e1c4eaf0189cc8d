/**
 * The review's figures: from key to paint at 160x50 with 10,000 rows in two languages, and how long
 * it takes until such a file is on the screen. Everything is real but the terminal: the reducer,
 * the journal with its sync to disk, Ink. A time is from the bytes of the key until the bytes of
 * the frame.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReviewFile, openReviewFile } from '../../src/platform/review/review-file.js';
import { showReview } from '../tui/fake-terminal.js';
import { longReview } from './long-review.js';

/** What a person does: mostly moving and deciding, some of everything else. */
const script: readonly (readonly [string, string])[] = [
  ['move', 'j'],
  ['move', 'j'],
  ['move', 'j'],
  ['move', 'k'],
  ['accept', 'a'],
  ['accept', 'a'],
  ['next doubt', ']'],
  ['reject', 'r'],
  ['merge', 'm'],
  ['undo', 'u'],
  ['page', ' '],
  ['page', ' '],
  ['page up', 'b'],
  ['last', 'G'],
  ['first', 'g'],
  ['column', 'l'],
  ['move a sentence', 'J'],
  ['undo', 'u'],
  ['flag', 'F'],
];

const percentile = (times: readonly number[], share: number): string =>
  ([...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? NaN).toFixed(1);

/** Prints median and 95th percentile by kind of key, in milliseconds. */
export async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-latency-'));
  const path = join(folder, 'long.paralign');
  (await createReviewFile(path, longReview())).store.close();
  const cpu = process.cpuUsage();
  const begun = performance.now();
  const { review, store } = await openReviewFile(path);
  const loaded = performance.now();
  const terminal = showReview(review, { columns: 160, rows: 50, color: true, store });
  while (terminal.frames().length === 0) await terminal.nextWrite();
  const shown = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  print(
    `10,000 rows: read and checked in ${(loaded - begun).toFixed(0)} ms, first frame after ${(shown - begun).toFixed(0)} ms (${((user + system) / 1000).toFixed(0)} ms CPU)`,
  );
  const times = new Map<string, number[]>();
  for (let round = 0; round < 25; round++) {
    for (const [name, key] of script) {
      const frames = terminal.frames().length;
      const start = performance.now();
      terminal.send(key);
      while (terminal.frames().length === frames) {
        if (!(await Promise.race([terminal.nextWrite().then(() => true), after(2000)]))) {
          throw new Error(`"${name}" painted nothing in round ${round}`);
        }
      }
      const time = performance.now() - start;
      times.set(name, [...(times.get(name) ?? []), time]);
      // A person doesn't press keys faster than this; Ink's frame limit must not count.
      await after(25);
    }
  }
  print('key                median ms   95 % ms');
  for (const [name, own] of [...times, ['all', [...times.values()].flat()] as const]) {
    print(
      `${name.padEnd(18)} ${percentile(own, 0.5).padStart(9)} ${percentile(own, 0.95).padStart(9)}`,
    );
  }
  await terminal.quit();
  store.close();
  rmSync(folder, { recursive: true, force: true });
}

const after = (milliseconds: number): Promise<false> =>
  new Promise((resolve) => setTimeout(() => resolve(false), milliseconds));

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
