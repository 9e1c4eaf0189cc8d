/**
 * Takes and gives back the lock of a folder COUNT times, and says how often it was alone with it,
 * and when it was not. Every other time it leaves the lock behind as a program does that is killed.
 *
 *     node lock-worker.mjs LOCK.JS FOLDER COUNT
 */
import { readFileSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const [, , module = '', folder = '', count = '0'] = process.argv;
const { takeLock, isLock } = await import(module);
const inside = join(folder, 'inside');
let taken = 0;
let shared = 0;

for (let wait = 0; taken < Number(count);) {
  const lock = takeLock(join(folder, 'x.lock'));
  if (!isLock(lock)) {
    wait = (wait + 7) % 3;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, wait);
    continue;
  }
  try {
    writeFileSync(inside, String(process.pid), { flag: 'wx' });
    for (const end = performance.now() + 0.1; performance.now() < end;);
    if (readFileSync(inside, 'utf8') !== String(process.pid)) shared++;
    unlinkSync(inside);
  } catch {
    shared++;
  }
  taken++;
  if (taken % 2 === 0) {
    const dead = {
      pid: process.pid,
      host: hostname(),
      started: '-1',
      id: `${process.pid} ${taken}`,
    };
    writeFileSync(join(folder, `dead-${process.pid}`), JSON.stringify(dead));
    renameSync(join(folder, `dead-${process.pid}`), join(folder, 'x.lock'));
  }
  lock.release();
}
process.stdout.write(JSON.stringify({ taken, shared }));
