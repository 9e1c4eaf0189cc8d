import { describe, expect, test } from 'vitest';
import { duration, progressText } from '../../../src/cli/output/progress-text.js';

describe('progress', () => {
  test.each([
    [5, 10, 1000, '5 of 10 jobs, 5.0/s, 1 s left'],
    [1, 100, 60_000, '1 of 100 jobs, 1.0/min, 1 h 39 min left'],
    [0, 3, 0, '0 of 3 jobs, 0.0/s'],
  ])('%i of %i after %i ms', (done, total, time, text) => {
    expect(progressText(done, total, time)).toBe(text);
  });
  test('durations are written for people', () => {
    expect([3, 75, 3700].map(duration)).toEqual(['3 s', '1 min 15 s', '1 h 1 min']);
  });
});
