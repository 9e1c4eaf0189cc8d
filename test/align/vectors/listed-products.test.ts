import { describe, expect, test } from 'vitest';
import { productUnit } from '../../../src/align/vectors/kernel.js';
import { ListedProducts } from '../../../src/align/vectors/listed-products.js';
import { randomVectors, simpleDot } from './random-vectors.js';

const dimension = 21;
const [a, b] = [randomVectors(5, dimension, 1), randomVectors(7, dimension, 2)];
const listA = { units: a.units, ids: Int32Array.of(4, 0, 4, 2) };
const listB = { units: b.units, ids: Int32Array.of(6, 6, 1, 3, 0) };

describe('products of listed rows', () => {
  test.each([0, 1] as const)('list %i with the other', (block) => {
    const products = new ListedProducts(listA, listB, dimension, ListedProducts.sizeOf(3, 3));
    products.multiply(block, 1, 3, 2, 2);
    for (let r = 0; r < 3; r++) {
      for (let k = 0; k < 2; k++) {
        const [x, y] = block === 0 ? [1 + r, 2 + k] : [2 + k, 1 + r];
        const expected = simpleDot(a, listA.ids[x]!, b, listB.ids[y]!);
        const product = products.products[r * products.width + k]! * productUnit;
        expect(product).toBeCloseTo(expected, 3);
      }
    }
  });

  test('no more than there is room for', () => {
    const products = new ListedProducts(listA, listB, dimension, ListedProducts.sizeOf(2, 4));
    expect(() => products.multiply(0, 0, 3, 0, 4)).toThrow('too many products');
  });
});
