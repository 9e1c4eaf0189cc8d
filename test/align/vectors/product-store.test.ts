import { describe, expect, test } from 'vitest';
import { dot } from '../../../src/align/vectors/dot.js';
import { productUnit } from '../../../src/align/vectors/kernel.js';
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

/** Products of two rows, one behind the other, with four of a block. */
function multiply(row: number, other: number): number[] {
  store.kernel.tile(row, other, store.stride, 2, 4, store.outAt);
  return [...new Int32Array(store.kernel.memory.buffer, store.outAt, 8)].map(
    (product) => product * productUnit,
  );
}

describe('a store of products', () => {
  test('has the rows of both sides', () => {
    const products = multiply(store.rowAt(0, 1), store.rowAt(1, 2));
    for (const r of [0, 1]) {
      for (let k = 0; k < 4; k++) {
        expect(products[4 * r + k]).toBeCloseTo(simpleDot(a, 1 + r, b, 2 + k), 3);
      }
    }
  });

  test('takes a vector that is scaled to length 1', () => {
    const twice = Float32Array.from(a.units.subarray(0, dimension), (value) => 2 * value);
    const products = multiply(store.quantise(twice, 0.5), store.rowAt(1, 3));
    expect(products[0]).toBeCloseTo(simpleDot(a, 0, b, 3), 3);
  });
});

test.each([0, 1, 3, 4, 5, 8, 21])('dot sums up %i numbers', (length) => {
  const expected = Array.from({ length }, (_, k) => a.units[k]! * b.units[k + 2]!);
  const sum = expected.reduce((x, y) => x + y, 0);
  expect(dot(a.units, 0, b.units, 2, length)).toBeCloseTo(sum, 12);
});
