import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadEmbedder } from '../../../src/embed/embedder.js';
import { AppError } from '../../../src/errors.js';

const fixture = fileURLToPath(new URL('../../fixtures/models/tiny-encoder', import.meta.url));

let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'paralign-hub-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

let copies = 0;
/** A copy of the tiny model under a name, with some of its JSON files changed. */
async function copyModel(
  name = 'tiny',
  changes: Record<string, Record<string, unknown>> = {},
): Promise<string> {
  const folder = join(scratch, String((copies += 1)), name);
  await cp(fixture, folder, { recursive: true });
  for (const [file, change] of Object.entries(changes)) {
    const path = join(folder, file);
    const before: unknown = JSON.parse(await readFile(path, 'utf8').catch(() => '{}'));
    await cp(join(fixture, 'config.json'), path); // makes the folder
    await writeFile(path, JSON.stringify(Object.assign({}, before, change)));
  }
  return folder;
}

async function vectorOf(folder: string, text: string): Promise<number[]> {
  const embedder = await loadEmbedder({ model: folder });
  const { vectors } = await embedder.embed([text]);
  return [...vectors.units].map((value) => Math.round(value * 1e4) / 1e4);
}

/** What the tiny model must give, by hand: row i of its table, plus a tenth of the mean row. */
function byHand(
  ids: readonly number[],
  pooling: 'mean' | 'cls',
  then = (value: number) => value,
): number[] {
  const table = (i: number, d: number) => ((7 * i + 3 * d) % 11) - 5;
  const values = [0, 1, 2, 3].map((d) => {
    const mean = ids.reduce((sum, id) => sum + table(id, d), 0) / ids.length;
    return then((pooling === 'mean' ? mean : table(ids[0] ?? 0, d)) + 0.1 * mean);
  });
  const length = Math.hypot(...values);
  return values.map((value) => Math.round((value / length) * 1e4) / 1e4);
}

describe('a model of the hub, one vector a token', () => {
  test('is pooled by the mean over all its tokens', async () => {
    // [CLS] the cat sat [SEP]
    expect(await vectorOf(fixture, 'The cat\nsat')).toEqual(byHand([2, 6, 7, 9, 3], 'mean'));
  });

  test('is pooled by its first token where 1_Pooling/config.json says so', async () => {
    const folder = await copyModel();
    await cp(join(fixture, 'config.json'), join(folder, '1_Pooling', 'config.json'), {
      recursive: true,
    });
    await writeFile(
      join(folder, '1_Pooling', 'config.json'),
      JSON.stringify({ pooling_mode_cls_token: true, pooling_mode_mean_tokens: false }),
    );
    expect(await vectorOf(folder, 'the cat')).toEqual(byHand([2, 6, 7, 3], 'cls'));
  });

  test('is read from its pooler when it is LaBSE', async () => {
    expect(await vectorOf(await copyModel('LaBSE'), 'the cat')).toEqual(
      byHand([2, 6, 7, 3], 'cls', Math.tanh),
    );
  });

  test('gets "query: " before the text when it is of the e5 family', async () => {
    expect(await vectorOf(await copyModel('multilingual-e5-small'), 'the cat')).toEqual(
      byHand([2, 4, 5, 6, 7, 3], 'mean'),
    );
  });

  test('cuts a text at its limit and closes it', async () => {
    // Eight positions: [CLS], six words, [SEP].
    expect(await vectorOf(fixture, 'the cat sat the dog ran far far far far')).toEqual(
      byHand([2, 6, 7, 9, 6, 8, 10, 3], 'mean'),
    );
  });

  test('gives the same bits alone and in company, and the same for the same text', async () => {
    const embedder = await loadEmbedder({ model: fixture });
    const texts = ['the cat', 'the dogs ran far', '', 'the cat', 'cats sat'];
    const { vectors, pieces } = await embedder.embed(texts, { pieces: true });
    for (const [i, text] of texts.entries()) {
      const alone = (await embedder.embed([text])).vectors;
      expect(alone.units).toEqual(vectors.units.slice(4 * i, 4 * i + 4));
      expect(alone.norms[0]).toBe(vectors.norms[i]);
    }
    expect([...vectors.units.slice(8, 12)]).toEqual([0, 0, 0, 0]);
    expect(pieces).toBeNull();
    expect(embedder.languages).toBeNull();
  });

  test('has norms that make spans add up as the sum over tokens', async () => {
    const embedder = await loadEmbedder({ model: fixture });
    const { norms } = (await embedder.embed(['the cat', 'the cat sat the dog'])).vectors;
    expect(norms[0]).toBeGreaterThan(0);
    expect(norms[1]).toBeGreaterThan(0);
  });

  test('keeps its vectors in the cache, and gives the same bits from there', async () => {
    const folder = await copyModel();
    const cacheFolder = join(scratch, 'cache');
    const texts = ['the cat sat', 'the dog', 'the cat sat', ''];
    const fresh = (await (await loadEmbedder({ model: folder })).embed(texts)).vectors;
    const first = await loadEmbedder({ model: folder, cacheFolder });
    expect((await first.embed(texts)).vectors).toEqual(fresh);
    await first.close();
    const second = await loadEmbedder({ model: folder, cacheFolder });
    expect((await second.embed(texts)).vectors).toEqual(fresh);
    await second.close();
    // Another model never sees them: not even the same one pooled differently.
    const other = await copyModel('LaBSE');
    const third = await loadEmbedder({ model: other, cacheFolder });
    expect((await third.embed(texts)).vectors).not.toEqual(fresh);
    await third.close();
  });
});

describe('a model that cannot be used', () => {
  const errorOf = async (model: string): Promise<AppError> => {
    const error: unknown = await loadEmbedder({ model }).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (error instanceof AppError) return error;
    throw new Error(`expected an AppError, got ${String(error)}`);
  };

  test('is not there: names the places and the command', async () => {
    const error = await errorOf('no/such-model');
    expect(error.code).toBe('model-not-found');
    expect(error.exitCode).toBe(69);
    expect(error.message).toContain(join('models', 'no', 'such-model', 'config.json'));
    expect(error.hint).toContain('paralign models download no/such-model');
  });

  test.each(['config.json', 'tokenizer.json', 'tokenizer_config.json', 'onnx/model.onnx'])(
    'lacks %s: says which file, and in which folder',
    async (file) => {
      const folder = await copyModel();
      await rm(join(folder, file));
      const error = await errorOf(folder);
      expect(error.code).toBe('model-incomplete');
      expect(error.exitCode).toBe(69);
      expect(error.message).toContain(file);
      expect(error.message).toContain(folder);
    },
  );

  test.each([
    ['pad_token', { 'tokenizer_config.json': { pad_token: undefined } }],
    [
      'model_max_length',
      {
        'tokenizer_config.json': { model_max_length: undefined },
        'config.json': { max_position_embeddings: undefined },
      },
    ],
  ])('has no %s: says so', async (key, changes) => {
    const error = await errorOf(await copyModel('tiny', changes));
    expect(error.code).toBe('model-incomplete');
    expect(error.message).toContain(key);
    expect(error.message).toContain('tokenizer_config.json');
  });

  test.each(['tokenizer.json', 'config.json'])('has a broken %s: says so', async (file) => {
    const folder = await copyModel();
    await writeFile(join(folder, file), '{"model": ');
    const error = await errorOf(folder);
    expect(error.code).toBe('model-damaged');
    expect(error.message).toContain(join(folder, file));
  });

  test('has a graph that is none', async () => {
    const folder = await copyModel();
    await writeFile(join(folder, 'onnx', 'model.onnx'), 'not a graph');
    const error = await errorOf(folder);
    expect(error.code).toBe('model-unusable');
    expect(error.exitCode).toBe(69);
    expect(error.message).toContain(folder);
  });

  test('has a tokenizer of a kind nobody knows', async () => {
    const folder = await copyModel('tiny', { 'tokenizer.json': { model: { type: 'Magic' } } });
    expect((await errorOf(folder)).code).toBe('model-unusable');
  });

  test('differs from its list of digests', async () => {
    const folder = await copyModel();
    await writeFile(join(folder, 'SHA256SUMS'), `${'0'.repeat(64)}  config.json\n`);
    const error = await errorOf(folder);
    expect(error.code).toBe('model-damaged');
    expect(error.hint).toContain('paralign models verify');
  });
});
