import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listModels, readModel } from '../../../src/platform/models/model-files.js';
import { mendReplacement, replaceModel } from '../../../src/platform/models/replace-model.js';
import { tinyModel } from './fake-hub.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralign-replace-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const places = () => ({ bundled: '/no', user: folder, cwd: '/no' });

/** A model that says in its card which one it is. */
async function makeModel(path: string, which: string): Promise<void> {
  await cp(tinyModel, path, { recursive: true });
  await writeFile(join(path, 'README.md'), which);
}

describe.each(['owner/tiny', 'tiny'])('%s', (name) => {
  const target = () => join(folder, name);
  const aside = () => join(folder, name.replace('tiny', '.tiny.previous'));

  test('gives way to another, of which nothing else is left', async () => {
    await makeModel(target(), 'old');
    await makeModel(join(folder, '.new'), 'new');
    await replaceModel(join(folder, '.new'), folder, name);
    expect(await readFile(join(target(), 'README.md'), 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual([name.split('/')[0]]);
    expect((await listModels(places())).map((model) => model.name)).toEqual([name]);
  });

  test('is found, listed and put back when the program was killed in between', async () => {
    await makeModel(target(), 'old');
    await rename(target(), aside());
    const { folder: found, digest } = await readModel(name, places());
    expect([found, digest.length]).toEqual([aside(), 64]);
    expect((await listModels(places())).map((model) => model.name)).toEqual([name]);
    await mendReplacement(folder, name);
    expect((await readModel(name, places())).folder).toBe(target());
    expect(await readFile(join(target(), 'README.md'), 'utf8')).toBe('old');
  });

  test('counts alone when the program was killed before it removed the old one', async () => {
    await makeModel(target(), 'new');
    await makeModel(aside(), 'old');
    expect((await readModel(name, places())).folder).toBe(target());
    expect((await listModels(places())).map((model) => model.name)).toEqual([name]);
    await mendReplacement(folder, name);
    expect(await readFile(join(target(), 'README.md'), 'utf8')).toBe('new');
    expect((await listModels(places())).map((model) => model.name)).toEqual([name]);
  });
});

test('what is being gathered is no model that is listed', async () => {
  await makeModel(join(folder, '.owner--tiny.download'), 'half');
  await mkdir(join(folder, '.other.previous'));
  expect(await listModels(places())).toEqual([]);
});
