/** A run of `paralign match` that is killed half way goes on where it was. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { paralign, scratch } from './program.js';

const folder = scratch();
const cache = join(folder, 'cache');
const env = { XDG_CACHE_HOME: cache };
const kept = join(cache, 'paralign/documents');
const keptBytes = (): number =>
  existsSync(kept)
    ? readdirSync(kept).reduce((sum, name) => sum + statSync(join(kept, name)).size, 0)
    : 0;

const subjects = ['The miller', 'A doctor', 'Our teacher', 'The old king', 'My sister', 'A sailor'];
const verbs = ['bought', 'lost', 'painted', 'hid', 'repaired', 'remembered', 'sold'];
const objects = ['a red bridge', 'seven apples', 'the lamp', 'two horses', 'a letter', 'snow'];

/** Documents of twelve sentences, no two of them alike, and the same in another order of words. */
const documents = 400;
for (const side of ['long', 'short']) {
  mkdirSync(join(folder, side));
  for (let number = 0; number < documents; number++) {
    const lines = Array.from({ length: 12 }, (_, at) => {
      const pick = (words: readonly string[], step: number): string =>
        words[(number * step + at * (step + 2) + (number >> 3)) % words.length] ?? '';
      const place = `in room ${number * 12 + at}`;
      const [who, did, what] = [pick(subjects, 1), pick(verbs, 3), pick(objects, 5)];
      return side === 'long' ? `${who} ${did} ${what} ${place}.` : `${who} ${did} ${what}.`;
    });
    writeFileSync(join(folder, side, `${number}.txt`), `${lines.join('\n')}\n`);
  }
}

test.each(['SIGKILL', 'SIGINT'] as const)(
  '%s half way: nothing is written, and the next run goes on from the cache to the same result',
  async (signal) => {
    const args = ['match', 'long', 'short', '-o', `${signal}.csv`];
    const before = keptBytes();
    const run = await paralign(args, {
      cwd: folder,
      env,
      onStart: (pid) => {
        const timer = setInterval(() => {
          if (keptBytes() === before) return;
          clearInterval(timer);
          process.kill(pid, signal);
        }, 5);
      },
    });
    expect(run).toMatchObject({ code: null, signal });
    expect(existsSync(join(folder, `${signal}.csv`))).toBe(false);
    const afterKill = keptBytes();
    expect(afterKill).toBeGreaterThan(before);
    if (signal === 'SIGKILL') return;
    expect((await paralign(args, { cwd: folder, env })).code).toBe(0);
    expect((await paralign([...args, '--no-cache'], { cwd: folder, env })).code).toBe(0);
    const fresh = readFileSync(join(folder, `${signal}.csv`));
    expect((await paralign(args, { cwd: folder, env })).code).toBe(0);
    expect(readFileSync(join(folder, `${signal}.csv`)).equals(fresh)).toBe(true);
    // Each document is kept once, however often the runs were stopped.
    const whole = keptBytes();
    expect((await paralign(args, { cwd: folder, env })).code).toBe(0);
    expect(keptBytes()).toBe(whole);
  },
  240_000,
);
