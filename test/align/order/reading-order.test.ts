import { describe, expect, test } from 'vitest';
import { readingOrder } from '../../../src/align/order/reading-order.js';

const row = (a: number[], b: number[], crossing = false) => ({ cells: [a, b], crossing });

describe('reading order', () => {
  test('follows the leading stream; what only the other has stands before its next row', () => {
    const rows = [row([], [1]), row([1], [2]), row([0], [0]), row([], [3])];
    expect(readingOrder(rows)).toEqual([2, 0, 1, 3]);
  });

  test('what only the leading stream has comes before what only the other has', () => {
    expect(readingOrder([row([], [1]), row([1], []), row([0], [0]), row([2], [2])])).toEqual([
      2, 1, 0, 3,
    ]);
  });

  test('is not drawn along by rows that are out of order', () => {
    const rows = [row([0], [0]), row([1], [3], true), row([2], [1]), row([], [2])];
    expect(readingOrder(rows)).toEqual([0, 1, 2, 3]);
  });

  test('can be led by the other stream', () => {
    expect(readingOrder([row([0], [1]), row([1], [0], true)], 1)).toEqual([1, 0]);
  });
});
