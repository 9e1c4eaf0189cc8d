import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CodeCache } from '../../../src/platform/start/code-cache.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'paralign-code-')), 'code');
  path = join(folder, 'align');
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

const source = '(function () { return 6 * 7; })';
const options = { filename: '/chunk.cjs', columnOffset: 0 };

/** A start that runs one chunk; whether V8 took its code from the file, and what the chunk says. */
function start(key = 'build-1', chunk = 'chunk.cjs'): { isKept: boolean; result: unknown } {
  const cache = new CodeCache(path, key);
  const script = cache.compile(chunk, source, options);
  const run: unknown = script.runInThisContext();
  const result: unknown = typeof run === 'function' ? Reflect.apply(run, undefined, []) : null;
  cache.addBuiltin('node:zlib');
  cache.keep();
  return { isKept: script.cachedDataRejected === false, result };
}

describe('code of an earlier start', () => {
  test('is kept in a file that only its user can read, and used', () => {
    expect(start()).toEqual({ isKept: false, result: 42 });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(start()).toEqual({ isKept: true, result: 42 });
    expect(new CodeCache(path, 'build-1').builtins).toEqual(['node:zlib']);
  });

  test('is written once, and again when a chunk is missing, with what it had', () => {
    start();
    const { ino } = statSync(path);
    start();
    expect(statSync(path).ino).toBe(ino);
    expect(start('build-1', 'other.cjs').isKept).toBe(false);
    expect(start().isKept).toBe(true);
    expect(start('build-1', 'other.cjs').isKept).toBe(true);
  });

  test('of another build is not used', () => {
    start('build-1');
    expect(start('build-2').isKept).toBe(false);
  });

  test('is made again if any byte of the file is damaged, or its end is missing', () => {
    start();
    const whole = readFileSync(path);
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(path, damaged);
      // What fills the heading up says nothing.
      const inPadding = at > whole.indexOf('\n') && at < whole.indexOf('builtin');
      if (!inPadding) expect([at, start()]).toEqual([at, { isKept: false, result: 42 }]);
    }
    for (const length of [0, 1, 60, whole.length - 1]) {
      writeFileSync(path, whole.subarray(0, length));
      expect(start().isKept).toBe(false);
      expect(start().isKept).toBe(true);
    }
  });

  test.skipIf(process.platform === 'win32')('is not used if others may have written it', () => {
    start();
    for (const mode of [0o620, 0o602]) {
      chmodSync(path, mode);
      expect(start().isKept).toBe(false);
      expect(statSync(path).mode & 0o777).toBe(0o600);
    }
  });

  test.skipIf(process.platform === 'win32')('is not used through a link', () => {
    start();
    const elsewhere = join(folder, '../download');
    renameSync(path, elsewhere);
    symlinkSync(elsewhere, path);
    expect(start().isKept).toBe(false);
    expect(lstatSync(path).isFile()).toBe(true);
  });

  test.skipIf(process.platform === 'win32')(
    'is neither used nor made in a folder that others can write to, or through a link to one',
    () => {
      start();
      const { ino } = statSync(path);
      chmodSync(folder, 0o777);
      expect(start().isKept).toBe(false);
      chmodSync(folder, 0o700);
      renameSync(folder, `${folder}-elsewhere`);
      symlinkSync(`${folder}-elsewhere`, folder);
      expect(start().isKept).toBe(false);
      expect(statSync(path).ino).toBe(ino);
    },
  );

  test.skipIf(process.getuid?.() !== 0)('is not used if it belongs to another user', () => {
    start();
    chownSync(path, 12345, 12345);
    expect(start().isKept).toBe(false);
    expect(statSync(path).uid).toBe(0);
    expect(start().isKept).toBe(true);
  });
});

test('where nothing can be written, and with no place at all, everything runs as ever', () => {
  writeFileSync(folder, 'no folder');
  expect(start()).toEqual({ isKept: false, result: 42 });
  expect(readFileSync(folder, 'utf8')).toBe('no folder');
  const cache = new CodeCache(null, 'build-1');
  expect(cache.compile('chunk.cjs', source, options).runInThisContext()).toBeTypeOf('function');
  cache.keep();
});

test('a folder in place of the file is left alone', () => {
  mkdirSync(path, { recursive: true });
  expect(start()).toEqual({ isKept: false, result: 42 });
  expect(readdirSync(folder)).toEqual(['align']);
});

test('what earlier versions and killed processes have left is removed in time', () => {
  mkdirSync(folder, { recursive: true });
  const days = (count: number): Date => new Date(Date.now() - count * 24 * 3600 * 1000);
  for (const [name, age] of [
    ['old', 31],
    ['recent', 29],
    ['align.1-1.tmp', 1],
    ['align.2-2.tmp', 0],
  ] as const) {
    writeFileSync(join(folder, name), '');
    utimesSync(join(folder, name), days(age), days(age));
  }
  start();
  expect(readdirSync(folder).sort()).toEqual(['align', 'align.2-2.tmp', 'recent']);
});

test('what else is in the folder does not stop the code from being kept', () => {
  mkdirSync(join(folder, 'a folder'), { recursive: true });
  utimesSync(join(folder, 'a folder'), 1, 1);
  symlinkSync(join(folder, 'nothing'), join(folder, 'a link to nothing'));
  start();
  expect(start().isKept).toBe(true);
  expect(readdirSync(folder).sort()).toEqual(['a folder', 'a link to nothing', 'align']);
});

test('two starts that keep at the same time leave one whole file', () => {
  const caches = [1, 2].map(() => new CodeCache(path, 'build-1'));
  for (const cache of caches) cache.compile('chunk.cjs', source, options);
  for (const cache of caches) cache.keep();
  expect(existsSync(path)).toBe(true);
  expect(readdirSync(folder)).toEqual(['align']);
  expect(start().isKept).toBe(true);
});
