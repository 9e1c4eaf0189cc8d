import { describe, expect, test } from 'vitest';
import { dot } from '../../../src/align/vectors/dot.js';
import { ProductStore } from '../../../src/align/vectors/product-store.js';
import { randomVectors, simpleDot } from './random-vectors.js';

const dimension = 21;
const [a, b] = [randomVectors(5, dimension, 1), randomVectors(7, dimension, 2)];
const startsOf = (count: number): Int32Array =>
  Int32Array.from({ length: count }, (_, row) => row * dimension);
const store = ProductStore.of(
  { units: a.units, starts: startsOf(5) },
  { units: b.units, starts: startsOf(7) },
  dimension,
);

describe('a store of products', () => {
  test('multiplies two rows with a stretch of the other side', () => {
    store.multiply(0, 1, 1, 2, 7);
    for (const r of [0, 1]) {
      for (let k = 0; k < 5; k++) {
        expect(store.products[r * store.width + k]).toBeCloseTo(simpleDot(a, 1 + r, b, 2 + k), 3);
      }
    }
  });

  test('multiplies rows of one side with each other', () => {
    store.multiply(1, 0, 1, 0, 2);
    expect(store.products[0]).toBeCloseTo(1, 3);
    expect(store.products[1]).toBeCloseTo(simpleDot(b, 0, b, 1), 3);
  });

  test('multiplies a vector that is scaled to length 1', () => {
    const twice = Float32Array.from(a.units.subarray(0, dimension), (value) => 2 * value);
    store.multiplyVector(twice, 0.5, 1, 3, 4);
    expect(store.products[0]).toBeCloseTo(simpleDot(a, 0, b, 3), 3);
  });

  test('has nothing for an empty stretch', () => {
    store.multiply(0, 0, 1, 3, 3);
    expect(store.width).toBe(0);
  });
});

test.each([0, 1, 3, 4, 5, 8, 21])('dot sums up %i numbers', (length) => {
  const expected = Array.from({ length }, (_, k) => a.units[k]! * b.units[k + 2]!);
  const sum = expected.reduce((x, y) => x + y, 0);
  expect(dot(a.units, 0, b.units, 2, length)).toBeCloseTo(sum, 12);
});
