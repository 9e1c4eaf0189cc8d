import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Embedder } from '../../../src/domain.js';
import { loadEmbedder } from '../../../src/embed/embedder.js';

let embedder: Embedder;

beforeAll(async () => {
  embedder = await loadEmbedder();
});

afterAll(() => embedder.close());

test('vectors of many texts that are made when they are asked for are those made at once', async () => {
  const words = ['old', 'harbour', 'ships', 'morning', 'quiet', 'keeper', 'stairs'];
  const texts = Array.from({ length: 20_000 }, (_, at) =>
    at % 1000 === 7 ? '' : `${words[at % 7]} ${words[at % 5]} ${at % 8192} ${words[at % 3]}`,
  );
  const { vectors: all } = await embedder.embed(texts, { pieces: true });
  const { vectors } = await embedder.embed(texts, { pieces: true, onDemand: true });
  expect(all.rows).toBeUndefined();
  expect(vectors.norms).toEqual(all.norms);
  const rowOf = (from: number, to: number) =>
    all.units.subarray(from * all.dimension, to * all.dimension);
  for (const [from, to] of [
    [0, 40],
    [8180, 8200],
    [1007, 1008],
    [19_999, 20_000],
    [5, 5],
  ] as const) {
    expect(vectors.rows?.(from, to)).toEqual(rowOf(from, to));
  }
  expect(Buffer.compare(Buffer.from(vectors.units.buffer), Buffer.from(all.units.buffer))).toBe(0);
  expect(vectors.rows?.(100, 101)).toEqual(rowOf(100, 101));
});

test('few texts have their vectors at once', async () => {
  const { vectors } = await embedder.embed(['a', 'b'], { pieces: true, onDemand: true });
  expect(vectors.rows).toBeUndefined();
});
