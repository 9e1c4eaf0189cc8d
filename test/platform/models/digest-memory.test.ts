import { createHash } from 'node:crypto';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { DigestMemory } from '../../../src/platform/models/digest-memory.js';
import { readModel } from '../../../src/platform/models/model-files.js';
import { formatSums, verifySums } from '../../../src/platform/models/model-sums.js';

const fixture = fileURLToPath(new URL('../../fixtures/models/tiny-encoder', import.meta.url));
/** A digest that no file here has: where it turns up, nothing was hashed. */
const remembered = 'f'.repeat(64);

let root: string;
let folder: string;
let path: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'paralign-digests-'));
  folder = join(root, 'memory');
  path = join(root, 'file');
  await writeFile(path, Buffer.alloc(2 ** 20, 'a'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** A memory for which files have been left alone for a while. */
const later = (): DigestMemory => new DigestMemory(folder, () => Date.now() + 10_000);
const statusOf = (file: string) => stat(file, { bigint: true });
const remember = async (file: string, digest = remembered): Promise<void> => {
  const status = await statusOf(file);
  await later().remember(file, status, status, digest);
};
const recall = async (file: string): Promise<string | undefined> =>
  later().recall(file, await statusOf(file));

describe('a digest is remembered', () => {
  test('as long as the file is unchanged', async () => {
    expect(await recall(path)).toBeUndefined();
    await remember(path);
    expect(await recall(path)).toBe(remembered);
    await later().forget(path);
    expect(await recall(path)).toBeUndefined();
  });

  test.each([
    ['written again', () => writeFile(path, Buffer.alloc(2 ** 20, 'b'))],
    ['longer', () => writeFile(path, 'b', { flag: 'a' })],
    ['touched', () => utimes(path, 1, 1)],
    ['of another mode', () => chmod(path, 0o600)],
    [
      'another of the same size and time',
      async () => {
        const { atime, mtime } = await stat(path);
        await writeFile(`${path}.new`, Buffer.alloc(2 ** 20, 'b'));
        await utimes(`${path}.new`, atime, mtime);
        await rename(`${path}.new`, path);
      },
    ],
    [
      'changed, with its time set back',
      async () => {
        const { atime, mtime } = await stat(path);
        await writeFile(path, Buffer.alloc(2 ** 20, 'b'));
        await utimes(path, atime, mtime);
      },
    ],
  ])('no longer once the file is %s', async (_, change) => {
    await remember(path);
    await change();
    expect(await recall(path)).toBeUndefined();
  });

  test('only of files that are large, settled, and did not change while they were read', async () => {
    const before = await statusOf(path);
    await new DigestMemory(folder).remember(path, before, before, remembered);
    expect(await recall(path)).toBeUndefined();
    await writeFile(path, Buffer.alloc(2 ** 20, 'b'));
    await later().remember(path, before, await statusOf(path), remembered);
    expect(await recall(path)).toBeUndefined();
    await writeFile(path, 'small');
    await remember(path);
    expect(await recall(path)).toBeUndefined();
  });

  test.each([
    ['cut off', (text: string) => text.slice(0, -30)],
    ['empty', () => ''],
    ['of another program', () => '{"a": 1}\n'],
    ['changed by a bit', (text: string) => text.replace('ffff', 'fffe')],
    ['too long', (text: string) => text.repeat(100)],
  ])('not in an entry that is %s', async (_, damage) => {
    await remember(path);
    const [name = ''] = await readdir(folder);
    const entry = join(folder, name);
    await writeFile(entry, damage(await readFile(entry, 'utf8')));
    expect(await recall(path)).toBeUndefined();
    await remember(path);
    expect(await recall(path)).toBe(remembered);
  });

  test('by many at once, each of which sees it whole', async () => {
    const seen = await Promise.all(
      Array.from({ length: 40 }, async () => {
        await remember(path);
        return recall(path);
      }),
    );
    expect(new Set(seen)).toEqual(new Set([remembered]));
    expect(await readdir(folder)).toHaveLength(1);
  });

  test('nowhere if nothing can be written, which is no error', async () => {
    await writeFile(folder, 'a file in its place');
    await remember(path);
    expect(await recall(path)).toBeUndefined();
    await later().forget(path);
  });
});

describe('a model', () => {
  let model: string;
  let graph: string;
  const digest = async (memory = folder): Promise<string> =>
    (await readModel('./model', { bundled: root, user: root, cwd: root, memory })).digest;
  beforeEach(async () => {
    model = join(root, 'model');
    graph = join(model, 'onnx', 'model.onnx');
    await cp(fixture, model, { recursive: true });
    await writeFile(graph, Buffer.alloc(2 ** 20, 'a'));
  });

  test('is not hashed again', async () => {
    const real = await digest();
    await remember(graph);
    expect(await digest()).not.toBe(real);
    expect(await digest(join(root, 'elsewhere'))).toBe(real);
    await utimes(graph, 1, 1);
    expect(await digest()).toBe(real);
  });

  test('is remembered once its files have settled', async () => {
    const now = Date.now();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(now);
    onTestFinished(() => clock.mockRestore());
    await utimes(graph, 1, 1);
    await digest();
    await expect(readdir(folder)).rejects.toThrow('ENOENT');
    clock.mockReturnValue(now + 60_000);
    await digest();
    expect(await readdir(folder)).toHaveLength(1);
    expect(await recall(graph)).toBe(
      createHash('sha256')
        .update(Buffer.alloc(2 ** 20, 'a'))
        .digest('hex'),
    );
  });

  test('is compared with its list, even if it is remembered', async () => {
    await remember(graph);
    await writeFile(
      join(model, 'SHA256SUMS'),
      formatSums(new Map([['onnx/model.onnx', 'a'.repeat(64)]])),
    );
    await expect(digest()).rejects.toMatchObject({ code: 'model-damaged' });
  });

  test('is forgotten when it is verified', async () => {
    const real = createHash('sha256')
      .update(Buffer.alloc(2 ** 20, 'b'))
      .digest('hex');
    await writeFile(join(model, 'SHA256SUMS'), formatSums(new Map([['onnx/model.onnx', real]])));
    await remember(graph, real);
    const files = await verifySums(model, folder);
    expect(files).toMatchObject([{ file: 'onnx/model.onnx', state: 'damaged' }]);
    expect(await recall(graph)).toBeUndefined();
  });
});

test('without a folder for its memory, a model is read as ever', async () => {
  await mkdir(join(root, 'user'));
  const places = { bundled: root, user: root, cwd: root };
  await cp(fixture, join(root, 'm'), { recursive: true });
  expect((await readModel('m', places)).digest).toMatch(/^[0-9a-f]{64}$/);
});
