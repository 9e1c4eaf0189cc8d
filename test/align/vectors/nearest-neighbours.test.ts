import { describe, expect, test } from 'vitest';
import { loadKernel, releaseKernel } from '../../../src/align/vectors/kernel.js';
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

  test('leave the memory that they took for others', () => {
    const kernel = loadKernel(64);
    releaseKernel(kernel);
    nearestNeighbours(randomVectors(15, 50, 1), randomVectors(9, 50, 2), 3);
    expect(loadKernel(64)).toBe(kernel);
  });

  test('in long texts are nearly all found without comparing everything', () => {
    const a = randomVectors(3000, 50, 3);
    const b = { ...a, units: a.units.map((value, at) => value + (at % 7) * 0.003) };
    const exact = nearestNeighbours(a, b, 1).a.index;
    const near = nearestNeighbours(a, b, 1, 0).a;
    expect(near.k).toBe(1);
    const same = exact.reduce((sum, other, row) => sum + (near.index[row] === other ? 1 : 0), 0);
    expect(same).toBeGreaterThan(0.95 * a.count);
  });

  test('of equal rows in long texts are other rows, each once', () => {
    const one = randomVectors(1, 50, 4);
    const count = 4500;
    const units = new Float32Array(count * 50);
    for (let row = 0; row < count; row++) units.set(one.units, row * 50);
    const all = { ...one, count, units, norms: new Float32Array(count).fill(1) };
    const { a: table } = nearestNeighbours(all, all, 4, 0);
    for (let row = 0; row < count; row++) {
      const own = table.index.subarray(row * 4, row * 4 + 4);
      expect(new Set(own).size).toBe(4);
      expect(Math.min(...own)).toBeGreaterThanOrEqual(0);
    }
  });
});
