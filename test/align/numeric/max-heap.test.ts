import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MaxHeap } from '../../../src/align/numeric/max-heap.js';
import { seededOrder } from '../../../src/align/numeric/seeded-order.js';

test('a heap gives its entries by value, equal ones by key, whenever they were added', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 40 }),
      fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 40 }),
      (first, later) => {
        const heap = MaxHeap.of(Float64Array.from(first));
        later.forEach((value, at) => heap.push(first.length + at, value));
        const entries = [...first, ...later].map((value, key) => ({ key, value }));
        entries.sort((x, y) => y.value - x.value || x.key - y.key);
        for (const entry of entries) expect(heap.pop()).toEqual(entry);
        expect(heap.pop()).toBeNull();
      },
    ),
  );
});

test('a seeded order has every number once, and is the same every time', () => {
  const order = seededOrder(1000, 3);
  expect([...order].sort((x, y) => x - y)).toEqual([...Array(1000).keys()]);
  expect(seededOrder(1000, 3)).toEqual(order);
  expect(seededOrder(1000, 4)).not.toEqual(order);
});
