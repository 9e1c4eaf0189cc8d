import { expect, test } from 'vitest';
import type { Embedder, Embedding } from '../../src/domain.js';
import { pairedEmbedder } from '../../src/embed/paired-embedder.js';
import { AppError } from '../../src/errors.js';

const vectorsOf = (value: number): Embedding => ({
  vectors: { count: 1, dimension: 1, units: Float32Array.of(value), norms: Float32Array.of(1) },
  pieces: null,
});

const embedder = (value: number, closed: number[] = []): Embedder => ({
  id: `model ${value}`,
  dimension: 1,
  languages: null,
  embed: () => Promise.resolve(vectorsOf(value)),
  close: () => Promise.resolve(void closed.push(value)),
});

test('gives the other model’s vectors, and the bundled model’s beside them for aligning', async () => {
  const closed: number[] = [];
  let loads = 0;
  const pair = pairedEmbedder(embedder(1, closed), () => {
    loads += 1;
    return Promise.resolve(embedder(2, closed));
  });
  expect(pair.id).toBe('model 1');
  expect(await pair.embed(['x'])).toEqual(vectorsOf(1));
  expect(loads).toBe(0);
  const beside = { ...vectorsOf(1), bundled: vectorsOf(2) };
  expect(await pair.embed(['x'], { pieces: true })).toEqual(beside);
  expect(await pair.embed(['x'], { pieces: true })).toEqual(beside);
  expect(loads).toBe(1);
  await pair.close();
  expect(closed).toEqual([1, 2]);
});

test('works alone where there is no bundled model, but not with a damaged one', async () => {
  const failing = (code: 'model-not-found' | 'model-damaged') =>
    pairedEmbedder(embedder(1), () => Promise.reject(new AppError(code, 'no model')));
  expect(await failing('model-not-found').embed(['x'], { pieces: true })).toEqual(vectorsOf(1));
  await expect(failing('model-damaged').embed(['x'], { pieces: true })).rejects.toThrow('no model');
});
