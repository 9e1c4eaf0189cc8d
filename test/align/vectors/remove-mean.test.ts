import { describe, expect, test } from 'vitest';
import type { Embedding, Vectors } from '../../../src/domain.js';
import { dot } from '../../../src/align/vectors/dot.js';
import { takeOutBackground } from '../../../src/align/vectors/remove-mean.js';
import { randomVectors } from './random-vectors.js';

const embeddingOf = (vectors: Vectors): Embedding => ({ vectors, pieces: null });

/** The same vectors with one direction that all of them share. */
function crowded({ count, dimension, units, norms }: Vectors): Vectors {
  const shifted = units.map((value, at) => (at % dimension === 0 ? value + 2 : value));
  for (let row = 0; row < count; row++) {
    const own = shifted.subarray(row * dimension, (row + 1) * dimension);
    const length = Math.hypot(...own);
    own.forEach((value, d) => (own[d] = value / length));
  }
  return { count, dimension, units: shifted, norms };
}

function meanCosine({ units, dimension }: Vectors, other: Vectors): number {
  let sum = 0;
  for (let i = 0; i < 20; i++) {
    for (let j = 0; j < 20; j++) {
      sum += dot(units, i * dimension, other.units, j * dimension, dimension);
    }
  }
  return sum / 400;
}

describe('the background of two embeddings', () => {
  const [a, b] = [randomVectors(20, 30, 1), randomVectors(20, 30, 2)];

  test('stays where unrelated sentences are unlike each other', () => {
    const [first, second] = [embeddingOf(a), embeddingOf(b)];
    expect(takeOutBackground(first, second)).toEqual([first, second]);
  });

  test('is taken out where all vectors share a direction', () => {
    const [first, second] = [crowded(a), crowded(b)];
    expect(meanCosine(first, second)).toBeGreaterThan(0.5);
    const [x, y] = takeOutBackground(embeddingOf(first), embeddingOf(second));
    expect(Math.abs(meanCosine(x.vectors, y.vectors))).toBeLessThan(0.05);
    const own = x.vectors.units.subarray(0, 30);
    expect(Math.hypot(...own)).toBeCloseTo(1, 5);
  });

  test('leaves rows without a vector alone', () => {
    const norms = new Float32Array(20).fill(1);
    norms[3] = 0;
    const units = crowded(a).units.slice();
    units.fill(0, 90, 120);
    const [x] = takeOutBackground(embeddingOf({ ...a, units, norms }), embeddingOf(crowded(b)));
    expect(x.vectors.norms[3]).toBe(0);
    expect(x.vectors.units.subarray(90, 120).every((value) => value === 0)).toBe(true);
  });
});
