import { describe, expect, test } from 'vitest';
import { nearestNeighbours } from '../../../src/align/vectors/nearest-neighbours.js';
import { randomVectors, simpleDot as dot } from './random-vectors.js';

describe('nearest neighbours', () => {
  test('are those that comparing everything with everything finds', () => {
    const [a, b] = [randomVectors(150, 50, 1), randomVectors(97, 50, 2)];
    const { a: table } = nearestNeighbours(a, b, 3);
    for (let i = 0; i < a.count; i++) {
      const all = Array.from({ length: b.count }, (_, j) => dot(a, i, b, j));
      const best = [...all.keys()].sort((x, y) => all[y]! - all[x]!);
      for (let k = 0; k < 3; k++) {
        expect(all[table.index[3 * i + k]!]!).toBeCloseTo(all[best[k]!]!, 3);
        expect(table.cosine[3 * i + k]).toBeCloseTo(all[best[k]!]!, 3);
      }
    }
  });
});
