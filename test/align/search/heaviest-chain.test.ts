import { describe, expect, test } from 'vitest';
import { wholePlane } from '../../../src/align/search/corridor.js';
import { heaviestChain } from '../../../src/align/search/heaviest-chain.js';
import { productUnit } from '../../../src/align/vectors/kernel.js';
import { ProductStore } from '../../../src/align/vectors/product-store.js';
import { randomVectors } from '../vectors/random-vectors.js';

const dimension = 32;
const { units } = randomVectors(40, dimension, 5);
const meanOf = (rows: readonly number[]): Float32Array =>
  Float32Array.from({ length: dimension }, (_, d) =>
    rows.reduce((sum, row) => sum + units[row * dimension + d]! / rows.length, 0),
  );

/** The chain between two lists of rows, in the whole plane. */
function chainBetween(a: readonly number[], b: readonly number[], trusted: boolean): number[][] {
  const rowsOf = (rows: readonly number[]) => ({
    units,
    starts: Int32Array.from(rows, (row) => row * dimension),
  });
  const store = ProductStore.of(rowsOf(a), rowsOf(b), dimension);
  const chain = heaviestChain(
    { count: a.length, mean: meanOf(a) },
    { count: b.length, mean: meanOf(b) },
    { store, rowA: 0, rowB: 0 },
    wholePlane(a.length, b.length),
    trusted,
  );
  // The store is of use although its memory has grown.
  store.kernel.tile(store.rowAt(0, 0), store.rowAt(1, 0), store.stride, 2, 4, store.outAt);
  const [product] = new Int32Array(store.kernel.memory.buffer, store.outAt, 1);
  if (a[0] === b[0]) expect(product! * productUnit).toBeCloseTo(1, 3);
  store.close();
  return [...chain.rows].map((row, k) => [row, chain.columns[k]!]);
}

const firstTwenty = Array.from({ length: 20 }, (_, k) => k);

describe('the heaviest chain', () => {
  test('follows what is the same on both sides', () => {
    const expected = firstTwenty.map((k) => [k, k]);
    for (const trusted of [false, true])
      expect(chainBetween(firstTwenty, firstTwenty, trusted)).toEqual(expected);
  });

  test('leaves out what only one side has', () => {
    const without = firstTwenty.filter((k) => k < 6 || k > 9);
    expect(chainBetween(firstTwenty, without, true)).toEqual(without.map((k, j) => [k, j]));
  });

  test('is empty or a cell where a side has one sentence', () => {
    expect(chainBetween([3], firstTwenty, false).length).toBeLessThanOrEqual(1);
    expect(chainBetween([3], [30], true)).toEqual([]);
  });
});
