import { expect, test } from 'vitest';
import { makeSide } from '../../../src/align/search/side.js';

test('a side has no getter of its own: V8 would keep it, and all that it refers to, until it collects everything', () => {
  const vectors = {
    count: 1,
    dimension: 2,
    units: Float32Array.of(1, 0),
    norms: Float32Array.of(1),
  };
  const text = 'One.';
  const sentence = { number: 1, paragraph: 1, language: 'en', start: 0, end: 4, text, noise: null };
  const side = makeSide(
    {
      stream: { source: 0, language: 'en', sentences: [sentence] },
      embedding: { vectors, pieces: null },
    },
    new Set(),
  );
  const properties = Object.values(Object.getOwnPropertyDescriptors(side));
  expect(properties.filter(({ get }) => get !== undefined)).toEqual([]);
  expect(side.vectors).toBe(vectors);
});
