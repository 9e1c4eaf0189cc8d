import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadEmbedder } from '../../src/embed/embedder.js';
import { tryEmbedder, tryModel } from '../../src/embed/try-model.js';
import { AppError } from '../../src/errors.js';
import { tinyModel } from '../platform/models/fake-hub.js';

const files = ['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'];
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paralign-damaged-'));
  await cp(tinyModel, folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const places = { bundled: '/no', user: '/no', cwd: '/' };

/** What loading a model and embedding with it comes to: `works`, or the error's code. */
async function outcome(): Promise<string> {
  try {
    const embedder = await loadEmbedder({ model: folder, places });
    const { vectors } = await embedder.embed(['the cat sat', 'the dogs ran far']);
    await embedder.close();
    expect([...vectors.units, ...vectors.norms].every(Number.isFinite)).toBe(true);
    return 'works';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.exitCode).toBe(69);
    expect(error.hint).toBeTruthy();
    return error.code;
  }
}

describe.each(files)('%s', (file) => {
  test('cut anywhere, or empty: an error of the model, and never a bug', async () => {
    const path = join(folder, file);
    const bytes = await readFile(path);
    for (let part = 0; part < 12; part += 1) {
      await writeFile(path, bytes.subarray(0, Math.floor((part / 12) * bytes.length)));
      expect(await outcome()).toMatch(/^model-(damaged|unusable|incomplete)$/);
    }
    await writeFile(path, bytes);
  });

  test('with a bit changed: works on, or an error of the model', async () => {
    const path = join(folder, file);
    const bytes = await readFile(path);
    const step = Math.ceil(bytes.length / 40);
    for (let at = 0; at < bytes.length; at += step) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
      await writeFile(path, changed);
      expect(await outcome()).toMatch(/^(works|model-(damaged|unusable|incomplete))$/);
    }
    await writeFile(path, bytes);
  });
});

test('a mismatch between files is reported with both numbers', async () => {
  const path = join(folder, 'config.json');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"hidden_size": 4', '"hidden_size": 8'));
  await expect(loadEmbedder({ model: folder, places })).rejects.toMatchObject({
    code: 'model-unusable',
    message: expect.stringContaining('of 4 numbers, but its config.json says 8') as unknown,
  });
  await writeFile(path, text);
});

describe('the trial of a model', () => {
  test('is passed by the bundled model and a small hub model', async () => {
    expect(await tryModel({})).toEqual({ dimension: 384 });
    expect(await tryModel({ model: folder, places })).toEqual({ dimension: 4 });
  });

  test.each<[string, string, (row: number) => number[]]>([
    ['values that are not numbers', 'not finite numbers', () => [NaN, 0, 1]],
    ['an infinite length', 'not finite numbers', () => [1, 0, Infinity]],
    ['the same vector for all', 'the same vector', () => [1, 0, 1]],
    ['no vector for any', 'no vector for any', () => [0, 0, 0]],
    ['vectors of any length', 'not of length one', (row) => [row + 2, 0, 1]],
  ])('fails with %s', async (_, message, row) => {
    const trial = tryEmbedder({
      id: 'x',
      dimension: 2,
      languages: null,
      embed: async (texts) => {
        const rows = texts.map((_text, index) => row(index));
        return {
          pieces: null,
          vectors: {
            count: texts.length,
            dimension: 2,
            units: Float32Array.from(rows.flatMap((numbers) => numbers.slice(0, 2))),
            norms: Float32Array.from(rows.map((numbers) => numbers[2] ?? 0)),
          },
        };
      },
      close: async () => undefined,
    });
    await expect(trial).rejects.toMatchObject({
      code: 'model-unusable',
      message: expect.stringContaining(message) as unknown,
    });
  });
});
