import { describe, expect, test } from 'vitest';
import { attributeScore, scoreRows } from '../../../src/align/parallel/score.js';
import { seededRandom } from '../../seeded-random.js';

const random = seededRandom(3);
const numbers = (length: number): number[] => Array.from({ length }, () => random() - 0.5);
const weights = {
  linear: numbers(6),
  inner: numbers(6 * 5),
  bias: numbers(5),
  outer: numbers(5),
  run: 0,
};

describe('a score', () => {
  test('is the linear part and what the hidden units add', () => {
    const features = Float32Array.of(0, 1, 0.5, 0, -1, 2);
    let expected = 0;
    features.forEach((value, f) => (expected += weights.linear[f]! * value));
    for (let h = 0; h < 5; h++) {
      let sum = weights.bias[h]!;
      features.forEach((value, f) => (sum += weights.inner[f * 5 + h]! * value));
      expected += weights.outer[h]! * Math.tanh(sum);
    }
    expect(scoreRows(weights, features)[0]).toBeCloseTo(expected, 6);
  });

  test('is divided among the features without rest', () => {
    const features = Float32Array.of(1, 0, 0.5, -2, 0, 1e-9);
    const base = scoreRows(weights, new Float32Array(6))[0]!;
    const parts = attributeScore(weights, features);
    expect(parts[1]).toBeCloseTo(0, 12);
    expect(base + parts.reduce((x, y) => x + y, 0)).toBeCloseTo(
      scoreRows(weights, features)[0]!,
      6,
    );
  });
});
