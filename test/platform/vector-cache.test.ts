import { execFile } from 'node:child_process';
import {
  chmod,
  copyFile,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VectorCache } from '../../src/platform/vector-cache.js';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'paralign-cache-'));
});
afterEach(async () => {
  await chmod(root, 0o755);
  await rm(root, { recursive: true, force: true });
});

const dimension = 4;
const emptyRows = (count = 1) => ({
  units: new Float32Array(count * dimension),
  norms: new Float32Array(count),
});

/** A vector that tells its text. */
function rowsFor(text: string) {
  const rows = emptyRows();
  rows.norms[0] = text.length + 0.25;
  rows.units.set([text.length, text.charCodeAt(0), Math.PI, -1]);
  return rows;
}

async function store(texts: readonly string[], model = 'm', limit?: number): Promise<void> {
  const cache = await VectorCache.open(root, model, dimension, limit);
  for (const text of texts) cache.add(text, rowsFor(text), 0);
  await cache.close();
}

/** The texts whose vectors are there and right. */
async function known(texts: readonly string[], model = 'm', size = dimension): Promise<string[]> {
  const cache = await VectorCache.open(root, model, size);
  const found = texts.filter((text) => {
    const rows = emptyRows();
    if (!cache.read(text, rows, 0)) return false;
    expect(rows).toEqual(rowsFor(text));
    return true;
  });
  await cache.close();
  return found;
}

async function cacheFiles(): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the cache of vectors', () => {
  test('gives back the same bits in the next run', async () => {
    await store(['one', 'zwei', 'три']);
    expect(await known(['one', 'zwei', 'три', 'four'])).toEqual(['one', 'zwei', 'три']);
  });

  test('knows what was added before it is saved', async () => {
    const cache = await VectorCache.open(root, 'm', dimension);
    const rows = emptyRows(2);
    cache.add('one', rowsFor('one'), 0);
    expect(cache.read('one', rows, 1)).toBe(true);
    expect(rows.units.slice(4)).toEqual(rowsFor('one').units);
    await cache.save();
    expect(cache.read('one', rows, 0)).toBe(true);
    await cache.close();
  });

  test('keeps models apart', async () => {
    await store(['one'], 'm');
    expect(await known(['one'], 'n')).toEqual([]);
    expect(await known(['one'], 'm', 8)).toEqual([]);
  });

  test('is shared by processes that write at the same time', async () => {
    const module = new URL('../../dist/platform/vector-cache.js', import.meta.url).href;
    const script = `
      const { VectorCache } = await import(${JSON.stringify(module)});
      const [root, from] = process.argv.slice(1);
      for (let round = 0; round < 5; round += 1) {
        const cache = await VectorCache.open(root, 'm', ${dimension});
        for (let i = 0; i < 40; i += 1) {
          const text = 'text ' + (Number(from) + round * 40 + i);
          const norms = Float32Array.of(text.length + 0.25);
          const units = Float32Array.of(text.length, text.charCodeAt(0), Math.PI, -1);
          cache.add(text, { units, norms }, 0);
        }
        await cache.close();
      }`;
    const run = promisify(execFile);
    await Promise.all(
      [0, 100, 200, 300].map((from) =>
        run(process.execPath, ['--input-type=module', '-e', script, root, String(from)]),
      ),
    );
    const texts = Array.from({ length: 500 }, (_, i) => `text ${i}`);
    expect(await known(texts)).toEqual(texts);
  });

  test('makes one file of many small ones', async () => {
    const texts = Array.from({ length: 40 }, (_, i) => `run ${i}`);
    for (const text of texts) await store([text]);
    expect((await cacheFiles()).length).toBeLessThan(20);
    expect(await known(texts)).toEqual(texts);
  });

  test.each([
    ['cut short', (path: string) => truncate(path, 60)],
    ['empty', (path: string) => truncate(path, 0)],
    ['something else', (path: string) => writeFile(path, 'x'.repeat(500))],
  ])('ignores a file that is %s, and is rebuilt', async (_, damage) => {
    await store(['one', 'two']);
    for (const path of await cacheFiles()) await damage(path);
    expect(await known(['one', 'two'])).toEqual([]);
    await store(['one', 'two']);
    expect(await known(['one', 'two'])).toEqual(['one', 'two']);
  });

  test('ignores a row in which a bit has changed, and keeps the others', async () => {
    await store(['one', 'two']);
    const [path = ''] = await cacheFiles();
    const bytes = await readFile(path);
    const last = bytes.length - 1;
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(await known(['one', 'two'])).toEqual(['one']);
  });

  test('with any bit changed, or cut anywhere, gives right vectors or none', async () => {
    const texts = ['one', 'two', 'three'];
    await store(texts);
    const [path = ''] = await cacheFiles();
    const bytes = await readFile(path);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      await writeFile(path, at % 2 === 0 ? changed : bytes.subarray(0, at));
      const cache = await VectorCache.open(root, 'm', dimension);
      for (const text of texts) {
        const rows = emptyRows(1);
        if (cache.read(text, rows, 0)) expect(rows).toEqual(rowsFor(text));
      }
      await cache.close();
    }
  });

  test('takes nothing from a file of another model that came into its folder', async () => {
    await store(['one'], 'm');
    const [path = ''] = await cacheFiles();
    await store(['two'], 'n');
    const other = (await cacheFiles()).find((own) => own !== path) ?? '';
    await copyFile(path, join(dirname(other), basename(path)));
    expect(await known(['one', 'two'], 'n')).toEqual(['two']);
  });

  test.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    await store(['one']);
    const [path = ''] = await cacheFiles();
    await rm(path);
    await promisify(execFile)('mkfifo', [path]);
    expect(await known(['one'])).toEqual([]);
  });

  test('stays under its limit by forgetting what was not used for longest', async () => {
    const many = (word: string) => Array.from({ length: 100 }, (_, i) => `${word} ${i}`);
    await store(many('old'), 'a');
    await store(many('used'), 'b');
    for (const path of await cacheFiles()) await utimes(path, 1e9, 1e9);
    await known(['used 1'], 'b'); // marks its file as used
    const { size } = await stat((await cacheFiles())[0] ?? '');
    await store(many('new'), 'c', 2.5 * size);
    expect(await known(['old 1'], 'a')).toEqual([]);
    expect(await known(['used 1'], 'b')).toEqual(['used 1']);
    expect(await known(['new 1'], 'c')).toEqual(['new 1']);
  });

  test('never stops a run: a folder that cannot be made is an empty cache', async () => {
    const file = join(root, 'file');
    await writeFile(file, '');
    const cache = await VectorCache.open(join(file, 'inside'), 'm', dimension);
    cache.add('one', rowsFor('one'), 0);
    await cache.close();
    expect(await readFile(file, 'utf8')).toBe('');
  });
});
