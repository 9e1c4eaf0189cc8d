import { describe, expect, test } from 'vitest';
import type { Pieces } from '../../src/domain.js';
import type { MatchSide } from '../../src/match/documents/side.js';
import { isWorded, WordTable } from '../../src/match/documents/words.js';
import { wordEvidence } from '../../src/match/evidence/words.js';

/** One direction per text; the later a text, the heavier. */
function pieces(texts: readonly string[], sentences: readonly (readonly number[])[]): Pieces {
  const dimension = texts.length;
  const units = new Float32Array(texts.length * dimension);
  texts.forEach((_, at) => (units[at * dimension + at] = 1));
  const norms = Float32Array.from(texts, (_, at) => at + 1);
  const offsets = Int32Array.from({ length: sentences.length + 1 }, (_, at) =>
    sentences.slice(0, at).reduce((sum, own) => sum + own.length, 0),
  );
  return {
    ids: Int32Array.from(sentences.flat()),
    offsets,
    texts,
    vectors: { count: texts.length, dimension, units, norms },
  };
}

describe('words of short documents', () => {
  test('each counts once, the heaviest first, punctuation not at all', () => {
    const table = new WordTable();
    const found = table.add(
      pieces(['▁the', '.', '▁moon', '▁comet'], [[0, 2, 1], [0, 3, 1], [2]]),
      0,
      2,
    );
    expect([...found].map((word) => table.vectors.norms[word])).toEqual([4, 3, 1]);
  });

  test('a word has one row in all documents', () => {
    const table = new WordTable();
    const [first] = table.add(pieces(['▁moon'], [[0]]), 0, 1);
    const [, again] = table.add(pieces(['▁moon', '▁star'], [[1, 0]]), 0, 1);
    expect(again).toBe(first);
    expect(table.vectors.norms).toHaveLength(2);
  });

  test('long documents have sentences enough', () => {
    expect([0, 1, 800, 801].map(isWorded)).toEqual([false, true, true, false]);
  });
});

test('documents with the same words go together better, and those without words are not compared', () => {
  const units = new Float32Array(4 * 8);
  for (let word = 0; word < 4; word++) units[word * 8 + word] = 1;
  const norms = Float32Array.of(1, 1, 1, 1);
  const side = (...words: number[][]): MatchSide => ({
    count: words.length,
    offsets: Int32Array.from({ length: words.length + 1 }, (_, at) => at),
    dimension: 8,
    rows: [],
    lengths: new Float32Array(words.length).fill(50),
    terms: [],
    words: words.map((own) => Int32Array.from(own)),
  });
  const candidates = { a: Int32Array.of(0, 0, 0), b: Int32Array.of(0, 1, 2) };
  const { compared, values } = wordEvidence(
    side([0, 1]),
    side([0, 1], [1, 2, 3], []),
    candidates,
    Float64Array.of(1, 1, 1),
    { units, norms },
  );
  expect([...compared]).toEqual([0, 1]);
  expect(values[0]).toBeCloseTo(1, 3);
  // One of two words, and one of three.
  expect(values[1]).toBeCloseTo((1 / 2 + 1 / 3) / 2, 3);
});
