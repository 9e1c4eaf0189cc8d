import { expect, test } from 'vitest';
import type { Embedding } from '../../../src/domain.js';
import type { Nearby } from '../../../src/align/evidence/nearby.js';
import { lookAround } from '../../../src/align/evidence/nearby.js';
import { readTokens } from '../../../src/align/evidence/tokens.js';
import type { Lattice } from '../../../src/align/search/lattice.js';
import type { Side } from '../../../src/align/search/side.js';

/** Three sentences a side: two beads of one sentence each, then a bead without a partner on either side. */
const lattice: Lattice = {
  nodes: 5,
  rows: Int32Array.of(0, 1, 2, 3, 3),
  columns: Int32Array.of(0, 1, 2, 2, 3),
  edges: 4,
  from: Int32Array.of(0, 1, 2, 3),
  to: Int32Array.of(1, 2, 3, 4),
  fixed: new Uint8Array(4),
};

const asLists = ({ first, end, sure }: Nearby): readonly (readonly number[])[] => [
  [...first],
  [...end],
  [...sure],
];

test('near a sentence are those that its beads touch and one beyond; a bead that is certain says so', () => {
  const { nearbyA, nearbyB } = lookAround(lattice, Float64Array.of(0.99999, 0.9, 1, 0), 3, 3);
  expect(asLists(nearbyA)).toEqual([
    [0, 0, 1],
    [2, 3, 3],
    [1, 0, 1],
  ]);
  expect(asLists(nearbyB)).toEqual([
    [0, 0, 2],
    [2, 3, 3],
    [1, 0, 0],
  ]);
});

test('nothing is near where a side is empty', () => {
  const empty = new Int32Array(0);
  const none = { nodes: 1, edges: 0, from: empty, to: empty, fixed: new Uint8Array(0) };
  const { nearbyA, nearbyB } = lookAround(
    { ...none, rows: Int32Array.of(0), columns: Int32Array.of(0) },
    new Float64Array(0),
    0,
    2,
  );
  expect(asLists(nearbyA)).toEqual([[], [], []]);
  expect(asLists(nearbyB)).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
});

/** A side with some sentences of a text. */
function side(texts: readonly string[], positions: readonly number[]): Side {
  const count = positions.length;
  return {
    sentences: positions.map((position) => {
      const text = texts[position]!;
      return {
        number: position + 1,
        paragraph: 1,
        language: 'zh',
        start: 0,
        end: 0,
        text,
        noise: null,
      };
    }),
    positions: Int32Array.from(positions),
    count,
    dimension: 1,
    vectors: {
      count,
      dimension: 1,
      units: new Float32Array(texts.length),
      norms: new Float32Array(count),
    },
    starts: Int32Array.from(positions),
    norms: new Float64Array(count),
    barriers: new Int32Array(count),
  };
}

test('tokens are words, once a sentence, and pairs of characters where words have no spaces', () => {
  const vectors = {
    count: 3,
    dimension: 1,
    units: new Float32Array(3),
    norms: new Float32Array(3),
  };
  const embedding: Embedding = {
    vectors,
    pieces: {
      ids: Int32Array.of(0, 1, 0, 2, 3, 0),
      offsets: Int32Array.of(0, 3, 4, 6),
      texts: ['▁Li', '.', '▁left', '中国'],
      vectors: { ...vectors, count: 4 },
    },
  };
  const texts = ['Li. Li', 'left', '中国人中国 Li'];
  const { ids, offsets, vocabulary } = readTokens(side(texts, [0, 2]), embedding);
  // The pairs 中国, 国人 and 人中 stand behind the four pieces.
  expect([...ids]).toEqual([0, 4, 5, 6, 0]);
  expect([...offsets]).toEqual([0, 1, 5]);
  expect(vocabulary).toBe(7);
});
