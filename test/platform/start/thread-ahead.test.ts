import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import {
  shortTexts,
  startThread,
  startThreadAhead,
} from '../../../src/platform/start/thread-ahead.js';

const folder = mkdtempSync(join(tmpdir(), 'paralign-thread-ahead-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function written(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const long = written('long.txt', 'x'.repeat(shortTexts));
const short = written('short.txt', 'x'.repeat(shortTexts - 1));
/** Says when it was started. */
const thread = pathToFileURL(
  written(
    'thread.cjs',
    `const started = Date.now();
     require('node:worker_threads').parentPort.on('message', (port) => port.postMessage(started));`,
  ),
);
const broken = pathToFileURL(written('broken.cjs', 'throw new Error("broken");'));

/** Whether the thread that is used now was started before. */
async function wasAhead(url = thread): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  const now = Date.now();
  const worker = startThread(url);
  const { port1, port2 } = new MessageChannel();
  const answer = once(port1, 'message');
  worker.postMessage(port2, [port2]);
  const [started] = await answer;
  port1.close();
  await worker.terminate();
  return started < now;
}

describe('a thread that is started ahead', () => {
  test('is there when it is wanted, once', async () => {
    startThreadAhead(thread, [short, long], 2);
    startThreadAhead(thread, [long], 2);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await wasAhead()).toBe(true);
    expect(await wasAhead()).toBe(false);
  });

  test('is not started for short files, for what is no file, or if one thread is to work', async () => {
    startThreadAhead(thread, [short, folder, join(folder, 'missing')], 2);
    startThreadAhead(thread, [long], 1);
    expect(await wasAhead()).toBe(false);
  });

  test('is replaced if it failed, and ends nothing else', async () => {
    startThreadAhead(broken, [long], 2);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await wasAhead()).toBe(false);
  });
});
