import { expect, test } from 'vitest';
import { confidenceLevel } from '../src/confidence.js';

test.each([
  [1, 'sure'],
  [0.8, 'sure'],
  [0.79, 'fair'],
  [0.5, 'fair'],
  [0.49, 'doubtful'],
  [0, 'doubtful'],
])('a confidence of %d is %s', (confidence, level) => {
  expect(confidenceLevel(confidence)).toBe(level);
});
