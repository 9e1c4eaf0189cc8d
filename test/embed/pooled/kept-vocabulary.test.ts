import { readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { keepSplit, restoreSplit } from '../../../src/embed/pooled/kept-vocabulary.js';
import { splitTokenizer } from '../../../src/embed/pooled/vocabulary.js';
import { modelPlaces } from '../../../src/platform/model-places.js';
import { keep, readKept } from '../../../src/platform/models/kept-file.js';

const path = join(modelPlaces().bundled, 'paralign-small', 'tokenizer.json');
const file = readFileSync(path);
const digest = 'c'.repeat(64);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralign-kept-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a vocabulary that was kept', () => {
  const split = splitTokenizer(file);
  if (split === null) throw new Error('the bundled tokenizer is not split');
  const chunks = keepSplit(split);
  const kept = (): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.concat(chunks));

  test('is the one that was read', () => {
    const restored = restoreSplit(file, kept());
    expect(restored?.json).toEqual(split.json);
    const [one, other] = [split.vocabulary, restored?.vocabulary];
    expect(other?.size).toBe(one.size);
    expect([...(other?.entries() ?? [])]).toEqual([...one.entries()]);
    for (const word of ['▁the', '▁Wörterbuch', '"', '\\', '字', '👍', 'no such piece']) {
      expect(other?.get(word)).toBe(one.get(word));
      expect(other?.longestAt(word, 0)).toBe(one.longestAt(word, 0));
    }
  });

  test('can be added to', () => {
    const vocabulary = restoreSplit(file, kept())?.vocabulary;
    vocabulary?.set('a piece of its own', 300_000);
    expect(vocabulary?.get('a piece of its own')).toBe(300_000);
    expect(vocabulary?.piece(300_000)).toBe('a piece of its own');
    expect(vocabulary?.get('▁the')).toBe(split.vocabulary.get('▁the'));
  });

  test('is refused where it is something else', () => {
    const bytes = kept();
    for (const other of [bytes.subarray(0, 2), bytes.subarray(0, 5000), new Uint8Array(100)]) {
      expect(() => restoreSplit(file, new Uint8Array(other))).toThrow();
    }
  });
});

describe('what is kept of a file', () => {
  const chunks = [Buffer.from('some'), Buffer.from('thing')];

  test('comes back for the same digest alone', async () => {
    expect(await readKept(folder, digest)).toBeNull();
    await keep(folder, digest, chunks);
    expect(Buffer.from((await readKept(folder, digest)) ?? []).toString()).toBe('something');
    expect(await readKept(folder, 'c'.repeat(63) + 'd')).toBeNull();
  });

  test('is nothing once it is damaged', async () => {
    await keep(folder, digest, chunks);
    const [name = ''] = await readdir(folder);
    const bytes = await readFile(join(folder, name));
    for (const damaged of [
      bytes.subarray(0, -1),
      Buffer.concat([bytes, Buffer.from('x')]),
      Buffer.from(bytes.toString('latin1').replace('some', 'sama'), 'latin1'),
      Buffer.alloc(0),
    ]) {
      await writeFile(join(folder, name), damaged);
      expect(await readKept(folder, digest)).toBeNull();
    }
  });

  test('is whole whoever writes it at the same time, and no more than a few entries', async () => {
    await Promise.all(Array.from({ length: 20 }, () => keep(folder, digest, chunks)));
    expect(await readKept(folder, digest)).not.toBeNull();
    for (const letter of 'abdef') await keep(folder, letter.repeat(64), chunks);
    expect((await readdir(folder)).length).toBeLessThanOrEqual(4);
    expect(await readKept(folder, 'f'.repeat(64))).not.toBeNull();
  });

  test('is nothing where nothing can be written', async () => {
    const inFile = join(folder, 'file', 'x');
    await writeFile(join(folder, 'file'), '');
    await keep(inFile, digest, chunks);
    expect(await readKept(inFile, digest)).toBeNull();
  });
});

test('a model gives the same vectors from what was kept, or from its files if that is damaged', async () => {
  const { bundled } = modelPlaces();
  const places = { bundled, user: folder, cwd: folder, memory: join(folder, 'memory') };
  const texts = ['The cat sat.', '昨日は雨が降った。', 'Собака спит дома.'];
  const embed = async () => {
    const embedder = await loadEmbedder({ places });
    const embedding = await embedder.embed(texts, { pieces: true });
    await embedder.close();
    return embedding;
  };
  await mkdir(places.memory);
  const first = await embed();
  const entry = (await readdir(places.memory)).find((name) => name.includes('pieces')) ?? '';
  expect(await embed()).toEqual(first);
  await writeFile(join(places.memory, entry), 'damaged');
  expect(await embed()).toEqual(first);
  await copyFile(path, join(places.memory, entry));
  expect(await embed()).toEqual(first);
});
