import { describe, expect, test } from 'vitest';
import type { MatchSide } from '../../src/match/documents/side.js';
import { matchSides } from '../../src/match/match-sides.js';
import { seededRandom } from '../seeded-random.js';

const dimension = 32;

/** Documents given as lists of meanings: equal numbers say the same, up to noise. */
function side(documents: readonly (readonly number[])[], seed: number, noise = 0.4): MatchSide {
  const random = seededRandom(seed);
  const offsets = Int32Array.from({ length: documents.length + 1 }, (_, at) =>
    documents.slice(0, at).reduce((sum, own) => sum + own.length, 0),
  );
  return {
    count: documents.length,
    offsets,
    dimension,
    rows: documents.map((own) => {
      const rows = new Int16Array(own.length * dimension);
      own.forEach((meaning, sentence) => {
        const direction = seededRandom(`meaning ${meaning}`);
        const row = Array.from(
          { length: dimension },
          () => direction() - 0.5 + noise * (random() - 0.5),
        );
        const norm = Math.hypot(...row);
        row.forEach((value, d) => {
          rows[sentence * dimension + d] = Math.round((value / norm) * 16384);
        });
      });
      return rows;
    }),
    lengths: new Float32Array(offsets[documents.length] ?? 0).fill(60),
    terms: documents.map(() => new Int32Array()),
  };
}

const own = (document: number): number[] =>
  Array.from({ length: 6 }, (_, sentence) => document * 100 + sentence);
const pairsOf = (a: MatchSide, b: MatchSide, options = {}): string[] =>
  matchSides(a, b, { termCount: 0, ...options }).pairs.map((pair) => `${pair.a}-${pair.b}`);

describe('matching two sides', () => {
  const texts = Array.from({ length: 12 }, (_, at) => own(at));

  test('finds every document in whatever order the other side has them', () => {
    const pairs = pairsOf(side(texts, 1), side([...texts].reverse(), 2));
    expect(pairs).toEqual(texts.map((_, at) => `${at}-${11 - at}`));
  });

  test('leaves documents without a counterpart alone', () => {
    const pairs = pairsOf(side([...texts, own(50)], 1), side([own(60), ...texts], 2));
    expect(pairs).toEqual(texts.map((_, at) => `${at}-${at + 1}`));
  });

  test('tells documents with the same sentences apart by their order', () => {
    const words = [1, 2, 3, 4, 5, 6, 7, 8];
    const orders = [
      words,
      [...words].reverse(),
      [5, 6, 7, 8, 1, 2, 3, 4],
      [2, 1, 4, 3, 6, 5, 8, 7],
      ...texts,
    ];
    const pairs = pairsOf(side(orders, 1), side(orders, 2));
    expect(pairs.slice(0, 2)).toEqual(['0-0', '1-1']);
  });

  test('says how much of either document the other has, and by which sentences', () => {
    const half = texts.map((text, at) => [...text, ...own(at + 200)]);
    const {
      pairs: [first],
    } = matchSides(side(texts, 1), side(half, 2), { termCount: 0, explain: 2 });
    expect(first?.coverageA).toBeGreaterThan(0.9);
    expect(first?.coverageB).toBeLessThan(0.7);
    expect(first?.links.map(({ a, b }) => a === b)).toEqual([true, true]);
  });

  test('tells which documents have no partner because it has another', () => {
    const found = matchSides(side(texts, 1), side([...texts, own(3), own(50)], 2), {
      termCount: 0,
    });
    const taken = found.pairs.find(({ a }) => a === 3)?.b;
    expect([3, 12]).toContain(taken);
    expect(found.leftOverA).toEqual([]);
    expect(found.leftOverB).toEqual([taken === 3 ? 12 : 3]);
  });

  test('an empty document and an empty side have no partner', () => {
    expect(pairsOf(side([...texts, []], 1), side([[], ...texts], 2))).toHaveLength(12);
    expect(pairsOf(side(texts, 1), side([], 2))).toEqual([]);
  });

  test('within one side no document is its own partner', () => {
    const both = side([...texts, ...texts], 3);
    expect(pairsOf(both, both, { within: true })).toEqual(texts.map((_, at) => `${at}-${at + 12}`));
  });
});
