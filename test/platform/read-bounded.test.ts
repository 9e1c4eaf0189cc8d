import { execFileSync, spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readInputFile } from '../../src/platform/input-files.js';
import { LimitExceeded, readBounded, readRegularSync } from '../../src/platform/read-bounded.js';

const isPosix = process.platform !== 'win32';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'paralign-bounded-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fifo = (name: string): string => {
  const path = join(folder, name);
  execFileSync('mkfifo', [path]);
  return path;
};
const write = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('readBounded', () => {
  test('reads a file up to the limit and not a byte more', async () => {
    const path = write('ten', '0123456789');
    expect(textOf(await readBounded(path, 10))).toBe('0123456789');
    await expect(readBounded(path, 9)).rejects.toThrow(LimitExceeded);
    expect(textOf(await readBounded(write('empty', ''), 0))).toBe('');
  });

  test.skipIf(process.platform !== 'linux')('reads what says that it is empty', async () => {
    expect(textOf(await readBounded('/proc/self/status', 1e6))).toContain('Name:');
  });

  test.skipIf(!isPosix)('stops at the limit of a device without an end', async () => {
    await expect(readBounded('/dev/zero', 1e6)).rejects.toThrow('larger than 1000000 bytes');
    expect(await readBounded('/dev/null', 0)).toHaveLength(0);
  });

  test('reads what was added to a file meanwhile, within the limit', async () => {
    const path = write('grows', 'x'.repeat(2 ** 20));
    const reading = readBounded(path, 2 ** 21);
    appendFileSync(path, 'y');
    const { length } = await reading;
    expect([2 ** 20, 2 ** 20 + 1]).toContain(length);
  });

  test.skipIf(!isPosix)('waits for who writes to a pipe, and reads to its end', async () => {
    const path = fifo('late');
    const reading = readBounded(path, 100);
    const writer = spawn('sh', ['-c', `sleep 0.2; printf abc > "${path}"`]);
    expect(textOf(await reading)).toBe('abc');
    writer.kill();
  });

  test.skipIf(!isPosix)('stops waiting for a pipe when it is told to', async () => {
    const controller = new AbortController();
    const reading = readBounded(fifo('never'), 100, controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(reading).rejects.toThrow('interrupted');
  });

  test.skipIf(!isPosix)('counts the bytes of a pipe', async () => {
    const path = fifo('endless');
    const writer = spawn('sh', ['-c', `yes > "${path}"`]);
    await expect(readBounded(path, 1e6)).rejects.toThrow(LimitExceeded);
    writer.kill();
  });
});

describe('readRegularSync', () => {
  test('reads a file up to the limit', () => {
    const path = write('seven', '1234567');
    expect(readRegularSync(path, 7).toString()).toBe('1234567');
    expect(() => readRegularSync(path, 6)).toThrow(LimitExceeded);
    expect(readRegularSync(write('nothing', ''), 0)).toHaveLength(0);
  });

  test.skipIf(!isPosix)('neither waits for a pipe nor reads a device', () => {
    expect(() => readRegularSync(fifo('lock'), 10)).toThrow('not a regular file');
    expect(() => readRegularSync('/dev/zero', 10)).toThrow('not a regular file');
  });
});

test('an input over its limit is too large', async () => {
  const path = write('long', 'x'.repeat(11));
  await expect(readInputFile(path, 'long', { limit: 10 })).rejects.toMatchObject({
    code: 'too-large',
    message: 'long: larger than 10 bytes',
  });
});
