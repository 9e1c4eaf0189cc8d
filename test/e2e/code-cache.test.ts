import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paralign, scratch } from './program.js';

const texts = scratch();
const files = ['a.txt', 'b.txt'].map((name) => join(texts, name));
for (const file of files) writeFileSync(file, 'The house has 3 doors. The garden is large.\n');
const align = ['align', ...files, '--format', 'jsonl', '--quiet', '--threads', '1'];

/** Kept code in a folder of the test's own. */
function ownCache(): {
  readonly env: Record<string, string>;
  readonly folder: string;
  kept(): string[];
} {
  const cache = scratch();
  const folder = join(cache, 'paralign/code');
  return {
    env: { XDG_CACHE_HOME: cache },
    folder,
    kept: () => {
      try {
        return readdirSync(folder).map((name) => name.replace(/-[0-9a-f]{16}-v\d.*$/, ''));
      } catch {
        return [];
      }
    },
  };
}

/** The path of the only file in a folder. */
const onlyFile = (folder: string): string => {
  const [name = '', ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return join(folder, name);
};

describe('the code of the program', () => {
  test('is kept by the first run and used by the next, with the same output', async () => {
    const { env, folder, kept } = ownCache();
    const without = await paralign(align, { env: { ...env, PARALIGN_NO_CODE_CACHE: '1' } });
    expect(without).toMatchObject({ code: 0, err: '' });
    expect(kept()).toEqual([]);
    expect(await paralign(align, { env })).toEqual(without);
    expect(kept()).toEqual(['align']);
    const { ino, mode } = statSync(onlyFile(folder));
    expect(mode & 0o077).toBe(0);
    expect(await paralign(align, { env })).toEqual(without);
    expect(statSync(onlyFile(folder)).ino).toBe(ino);
  });

  test('is made again after damage, by one of the runs that start at once', async () => {
    const { env, folder } = ownCache();
    const first = await paralign(align, { env });
    const path = onlyFile(folder);
    const whole = readFileSync(path);
    const damaged = Buffer.from(whole);
    for (let at = 100; at < damaged.length; at += 100) damaged[at] = (damaged[at] ?? 0) ^ 255;
    writeFileSync(path, damaged);
    const runs = await Promise.all([1, 2].map(() => paralign(align, { env })));
    expect(runs).toEqual([first, first]);
    expect(onlyFile(folder)).toBe(path);
    expect(readFileSync(path)).not.toEqual(damaged);
    expect(await paralign(align, { env })).toEqual(first);
  });

  test('is not used if others could have written it', async () => {
    const { env, folder } = ownCache();
    await paralign(['--version'], { env });
    chmodSync(onlyFile(folder), 0o666);
    expect(await paralign(['--version'], { env })).toMatchObject({ code: 0, err: '' });
    expect(statSync(onlyFile(folder)).mode & 0o777).toBe(0o600);
  });

  test('is not kept where nothing can be written, and nobody hears of it', async () => {
    const { env, folder, kept } = ownCache();
    mkdirSync(join(folder, '..'), { recursive: true });
    writeFileSync(folder, '');
    expect(await paralign(['--version'], { env })).toMatchObject({ code: 0, err: '' });
    expect(kept()).toEqual([]);
  });

  test('is not kept by a run that fails, nor under the name of a file', async () => {
    const { env, kept } = ownCache();
    const cwd = scratch();
    writeFileSync(join(cwd, 'a'), 'One.\n');
    writeFileSync(join(cwd, 'b'), 'Un.\n');
    expect(await paralign(['align', 'a', 'none'], { cwd, env })).not.toMatchObject({ code: 0 });
    expect(await paralign(['a', 'b'], { cwd, env })).toMatchObject({ code: 0 });
    expect(kept()).toEqual([]);
  });

  test('is kept by the thread that reads long texts', async () => {
    const { env, kept } = ownCache();
    const cwd = scratch();
    const lines = Array.from({ length: 400 }, (_, at) => `${at} ${'word '.repeat(20)}.\n`).join('');
    for (const name of ['a.txt', 'b.txt']) writeFileSync(join(cwd, name), lines);
    const two = ['align', 'a.txt', 'b.txt', '--segmented', '--mode', 'parallel', '--threads', '2'];
    expect(await paralign(two, { cwd, env })).toMatchObject({ code: 0 });
    expect(kept()).toEqual(['align', 'text-worker']);
  });

  test('is kept by the workers of a batch', async () => {
    const { env, kept } = ownCache();
    const cwd = scratch();
    for (const name of ['a.txt', 'b.txt']) writeFileSync(join(cwd, name), 'The house has doors.\n');
    const jobs = [1, 2, 3].map((id) =>
      JSON.stringify({ id, source_a: 'a.txt', source_b: 'b.txt' }),
    );
    writeFileSync(join(cwd, 'jobs.jsonl'), jobs.join('\n'));
    const batch = ['batch', 'jobs.jsonl', '--out', 'out', '-j', '1', '--lang', 'en,en'];
    expect(await paralign(batch, { cwd, env })).toMatchObject({ code: 0 });
    expect(kept()).toEqual(['batch', 'job-worker']);
  });
});
