import { describe, expect, test } from 'vitest';
import { pickSentences, sliceSentences } from '../../../src/align/input/pick-sentences.js';
import { makeUpPair } from '../made-up-texts.js';

const { a } = makeUpPair({ beads: 10, seed: 1, dimension: 8 });
const { vectors, pieces } = a.embedding;
const rowOf = (units: Float32Array, row: number) => [...units.subarray(8 * row, 8 * row + 8)];

describe('a part of a stream', () => {
  test('of picked sentences has their vectors and no pieces', () => {
    const picked = pickSentences(a, [4, 1]);
    expect(picked.stream.sentences).toEqual([a.stream.sentences[4], a.stream.sentences[1]]);
    expect(rowOf(picked.embedding.vectors.units, 0)).toEqual(rowOf(vectors.units, 4));
    expect(picked.embedding.vectors.norms[1]).toBe(vectors.norms[1]);
    expect(picked.embedding.pieces).toBeNull();
  });

  test('from one sentence to another has their vectors and pieces', () => {
    const slice = sliceSentences(a, [2, 5]);
    expect(slice.stream.sentences).toEqual(a.stream.sentences.slice(2, 5));
    expect(slice.embedding.vectors.count).toBe(3);
    expect(rowOf(slice.embedding.vectors.units, 1)).toEqual(rowOf(vectors.units, 3));
    const own = slice.embedding.pieces!;
    expect([...own.ids.subarray(own.offsets[1], own.offsets[2])]).toEqual([
      ...pieces!.ids.subarray(pieces!.offsets[3], pieces!.offsets[4]),
    ]);
    expect(own.ids.length).toBe(own.offsets[3]);
  });
});
