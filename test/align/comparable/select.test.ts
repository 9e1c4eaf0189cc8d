import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../../src/align/comparable/candidate.js';
import { chooseDisjoint } from '../../../src/align/comparable/select.js';
import { seededRandom } from '../../seeded-random.js';

const candidate = (i: number, n: number, j: number, m: number): Candidate => ({ i, n, j, m });

describe('candidates that share no sentence', () => {
  test('are taken from the one worth most on, the earlier of two alike', () => {
    const candidates = [candidate(0, 1, 0, 1), candidate(0, 2, 0, 2), candidate(1, 1, 1, 1)];
    expect(chooseDisjoint(candidates, Float32Array.of(0.7, 1, 0.7), 2, 2)).toEqual([1]);
    expect(chooseDisjoint(candidates, Float32Array.of(0.7, 0.6, 0.8), 2, 2)).toEqual([0, 2]);
    expect(chooseDisjoint(candidates, Float32Array.of(0.7, 0.7, 0.1), 2, 2)).toEqual([0, 2]);
  });

  test('are worth something, and each sentence stands in one', () => {
    const random = seededRandom(1);
    const at = (): number => Math.floor(random() * 20);
    const candidates = Array.from({ length: 80 }, () =>
      candidate(at(), 1 + Math.floor(random() * 3), at(), 1),
    );
    const worth = Float32Array.from(candidates, () => random() - 0.3);
    const chosen = chooseDisjoint(candidates, worth, 23, 21);
    const [seenA, seenB] = [new Set<number>(), new Set<number>()];
    for (const index of chosen) {
      expect(worth[index]).toBeGreaterThan(0);
      const { i, n, j } = candidates[index]!;
      for (let x = i; x < i + n; x++) {
        expect(seenA.has(x)).toBe(false);
        seenA.add(x);
      }
      expect(seenB.has(j)).toBe(false);
      seenB.add(j);
    }
  });
});
