import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isLock, takeLock } from '../../src/platform/review/lock.js';
import { root, scratch } from './program.js';

let folder: string;
beforeEach(() => (folder = scratch()));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What a process of its own said that took the lock `count` times. */
const worker = (count: number): Promise<string> =>
  new Promise((resolve) => {
    const script = join(root, 'test/e2e/lock-worker.mjs');
    const child = spawn(process.execPath, [
      script,
      join(root, 'dist/platform/review/lock.js'),
      folder,
      String(count),
    ]);
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    child.on('close', () => resolve(out));
  });

// Whether another program has the number of one that ended can be told on Linux only.
describe.skipIf(process.platform !== 'linux')('the lock of a review', () => {
  test('is never held twice, even if its holder is killed', async () => {
    const said = await Promise.all(Array.from({ length: 6 }, () => worker(40)));
    expect(said).toEqual(said.map(() => JSON.stringify({ taken: 40, shared: 0 })));
    const lock = takeLock(join(folder, 'x.lock'));
    expect(isLock(lock)).toBe(true);
    if (isLock(lock)) lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });
});
