import { expect, test } from 'vitest';
import { learnLexicon } from '../../../src/align/evidence/lexicon.js';
import type { Tokens } from '../../../src/align/evidence/tokens.js';
import type { Lattice } from '../../../src/align/search/lattice.js';

/** Twelve sentences on either side, joined one to one. */
const diagonal: Lattice = {
  nodes: 13,
  rows: Int32Array.from({ length: 13 }, (_, k) => k),
  columns: Int32Array.from({ length: 13 }, (_, k) => k),
  edges: 12,
  from: Int32Array.from({ length: 12 }, (_, k) => k),
  to: Int32Array.from({ length: 12 }, (_, k) => k + 1),
  fixed: new Uint8Array(12),
};

function tokens(sentences: readonly (readonly number[])[], vocabulary: number): Tokens {
  const offsets = new Int32Array(sentences.length + 1);
  sentences.forEach((sentence, i) => (offsets[i + 1] = offsets[i]! + sentence.length));
  return { ids: Int32Array.from(sentences.flat()), offsets, vocabulary };
}

test('tokens that occur in the same beads become one term', () => {
  const rest = Array.from({ length: 6 }, () => [1]);
  const a = tokens([[0, 1], [1], [0, 1], [1], [0, 1], [1], ...rest], 2);
  const b = tokens([[2], [0], [2, 0], [1], [2], [], ...rest], 3);
  const lexicon = learnLexicon(a, b, diagonal, new Float64Array(12).fill(1));
  // Token 0 and token 2 are together three times, and never apart.
  expect([...lexicon.weights]).toEqual([1]);
  expect([...lexicon.a.ids]).toEqual([0, 0, 0]);
  expect([...lexicon.a.offsets.subarray(0, 7)]).toEqual([0, 1, 1, 2, 2, 3, 3]);
  expect([...lexicon.b.offsets.subarray(0, 7)]).toEqual([0, 1, 1, 2, 2, 3, 3]);
});

test('beads that are not likely teach nothing', () => {
  const a = tokens([[0], [], [0], [], [0], [], [], [], [], [], [], []], 1);
  const lexicon = learnLexicon(a, a, diagonal, new Float64Array(12).fill(0.4));
  expect(lexicon.weights).toHaveLength(0);
});
