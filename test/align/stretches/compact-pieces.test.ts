import { expect, test } from 'vitest';
import { compactPieces } from '../../../src/align/stretches/compact-pieces.js';
import type { Embedding, Vectors } from '../../../src/domain.js';

const vectors: Vectors = {
  count: 3,
  dimension: 2,
  units: Float32Array.of(1, 0, 0, 1, 0.6, 0.8),
  norms: Float32Array.of(1, 2, 3),
};
const embedding: Embedding = {
  vectors,
  pieces: {
    ids: Int32Array.of(2, 1, 2),
    offsets: Int32Array.of(0, 3),
    texts: ['a', 'b', 'c'],
    vectors,
  },
};

test('the pieces of a stretch are those that it has, and their vectors stay where they are', () => {
  const { pieces } = compactPieces(embedding);
  expect(pieces).toEqual({
    ids: Int32Array.of(0, 1, 0),
    offsets: Int32Array.of(0, 3),
    texts: ['c', 'b'],
    rows: Int32Array.of(2, 1),
    vectors,
  });
  expect(pieces?.vectors).toBe(vectors);
});

test('a part of a stretch has the rows of the text', () => {
  const part = compactPieces(embedding);
  const pieces = part.pieces && { ...part.pieces, ids: Int32Array.of(1) };
  expect(compactPieces({ ...part, pieces }).pieces?.rows).toEqual(Int32Array.of(1));
});
