import { describe, expect, test } from 'vitest';
import { corridorAround, wholePlane } from '../../../src/align/search/corridor.js';

const none = { rows: [], columns: [] };

describe('a corridor', () => {
  test('of the whole plane has every node', () => {
    expect(wholePlane(2, 3)).toEqual({
      rows: 2,
      columns: 3,
      low: Int32Array.of(0, 0, 0),
      high: Int32Array.of(3, 3, 3),
    });
  });

  test('around no match is the whole plane where that is small', () => {
    expect(corridorAround(none, 4, 5, 1, 1)).toEqual(wholePlane(4, 5));
  });

  test.each([
    ['matches along the diagonal', { rows: [5, 20, 40], columns: [6, 22, 41] }],
    ['a chapter that is missing', { rows: [5, 6], columns: [5, 45] }],
    ['no match in a large plane', none],
  ])('%s: every node can be reached and left', (_, chain) => {
    const { rows, columns, low, high } = corridorAround(chain, 50, 60, 3, 2, 200);
    expect([low[0], high[rows]]).toEqual([0, columns]);
    for (let i = 1; i <= rows; i++) {
      expect(low[i]).toBeGreaterThanOrEqual(low[i - 1]!);
      expect(high[i]).toBeGreaterThanOrEqual(high[i - 1]!);
      expect(low[i]).toBeLessThanOrEqual(high[i - 1]!);
    }
    chain.rows.forEach((row, k) => {
      expect(low[row]).toBeLessThanOrEqual(chain.columns[k]!);
      expect(high[row + 1]).toBeGreaterThan(chain.columns[k]!);
    });
  });

  test('is narrow where matches are close', () => {
    const diagonal = Array.from({ length: 100 }, (_, k) => k);
    const { low, high } = corridorAround({ rows: diagonal, columns: diagonal }, 100, 100, 4, 2);
    for (let i = 0; i <= 100; i++) expect(high[i]! - low[i]!).toBeLessThanOrEqual(15);
  });
});
