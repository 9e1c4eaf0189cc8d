import { describe, expect, test } from 'vitest';
import { assignPairs, requiredProbability } from '../../src/match/assign.js';

const candidates = { a: Int32Array.of(0, 0, 1, 1), b: Int32Array.of(0, 1, 0, 1) };

describe('which candidates are believed', () => {
  test('each document has one partner, the likeliest pair first', () => {
    const probability = Float64Array.of(0.8, 0.9, 0.95, 0.7);
    expect(assignPairs(candidates, probability)).toEqual([2, 1]);
  });

  test('what is less likely than not is left out', () => {
    expect(assignPairs(candidates, Float64Array.of(0.9, 0.1, 0.2, 0.4))).toEqual([0]);
  });

  test('a document may have several partners, but none of those another', () => {
    const probability = Float64Array.of(0.9, 0.8, 0.7, 0.6);
    expect(assignPairs(candidates, probability, 'many')).toEqual([0, 1]);
  });

  test('within one side each pair counts once, and a document is in one pair', () => {
    const within = { a: Int32Array.of(0, 1, 0, 2), b: Int32Array.of(1, 0, 2, 0) };
    const probability = Float64Array.of(0.9, 0.9, 0.8, 0.8);
    expect(assignPairs(within, probability, 'one', { within: true })).toEqual([0]);
  });
});

describe('how likely a pair must be', () => {
  const sure = Array.from({ length: 100 }, () => 0.9999);

  test('a doubtful pair among many sure ones only has to be likelier than not', () => {
    expect(requiredProbability([...sure, 0.55])).toBeCloseTo(0.55);
  });

  test('of several doubtful pairs, the worse are left out until one false pair in a hundred is expected', () => {
    const required = requiredProbability([...sure, 0.75, 0.54, 0.53, 0.51]);
    expect(required).toBeCloseTo(0.54);
  });

  test('where hardly a pair is beyond doubt, likely ones are still believed', () => {
    expect(requiredProbability([0.75, 0.72, 0.62, 0.52])).toBeCloseTo(0.55);
    expect(requiredProbability([])).toBeLessThanOrEqual(0.55);
  });
});
