import { expect, test } from 'vitest';
import { readingOrder } from '../../../src/align/order/reading-order.js';

// More than a call can have arguments.
test('half a million rows are put in order', () => {
  const rows = Array.from({ length: 500_000 }, (_, index) => ({
    cells: [[index], [index]],
    crossing: false,
  }));
  const order = readingOrder(rows);
  expect(order).toHaveLength(rows.length);
  expect(order[499_999]).toBe(499_999);
});
