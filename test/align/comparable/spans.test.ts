import { describe, expect, test } from 'vitest';
import type { Vectors } from '../../../src/domain.js';
import { longestSpan, makeSpans } from '../../../src/align/comparable/spans.js';
import { randomVectors } from '../vectors/random-vectors.js';

function withNorms(vectors: Vectors): Vectors {
  return { ...vectors, norms: vectors.norms.map((_, row) => 1 + (row % 3)) };
}

/** Cosine of the sums of two spans' unnormalised vectors. */
function spanCosine(a: Vectors, i: number, n: number, b: Vectors, j: number, m: number): number {
  const sum = ({ units, norms, dimension }: Vectors, from: number, length: number): number[] =>
    Array.from({ length: dimension }, (_, d) => {
      let total = 0;
      for (let x = from; x < from + length; x++) total += units[x * dimension + d]! * norms[x]!;
      return total;
    });
  const [x, y] = [sum(a, i, n), sum(b, j, m)];
  return x.reduce((dot, value, d) => dot + value * y[d]!, 0) / Math.hypot(...x) / Math.hypot(...y);
}

describe('the cosine of two spans', () => {
  // The larger pair has too many cells for an array.
  test.each([
    [30, 40],
    [2100, 2100],
  ])('is that of their sums: %i and %i sentences', (countA, countB) => {
    const a = withNorms(randomVectors(countA, 9, 1));
    const b = withNorms(randomVectors(countB, 9, 2));
    const spans = makeSpans(a, b);
    for (const [i, n, j, m] of [
      [0, 1, 0, 1],
      [3, 2, 20, 5],
      [countA - longestSpan, longestSpan, countB - 1, 1],
      [3, 2, 20, 5],
    ] as const) {
      expect(spans.cosine(i, n, j, m)).toBeCloseTo(spanCosine(a, i, n, b, j, m), 5);
    }
    expect(spans.pair(4, 7)).toBe(spans.cosine(4, 1, 7, 1));
  });

  test('is 0 where a sentence has no vector', () => {
    const a = randomVectors(3, 5, 1);
    const norms = Float32Array.of(1, 0, 1);
    expect(makeSpans({ ...a, norms }, randomVectors(2, 5, 2)).cosine(1, 1, 0, 1)).toBe(0);
  });
});
