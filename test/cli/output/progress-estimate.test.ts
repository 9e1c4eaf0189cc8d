import { describe, expect, test } from 'vitest';
import { ProgressEstimate } from '../../../src/cli/output/progress-estimate.js';

describe('ProgressEstimate', () => {
  test('gives no time left until the rate is known', () => {
    let now = 0;
    const estimate = new ProgressEstimate(() => now);
    expect(estimate.line('embedding', 0, 10_000)).toBe('embedding 0 of 10000 sentences');
    now = 1000;
    expect(estimate.line('embedding', 2000, 10_000)).toBe(
      'embedding 2000 of 10000 sentences, 4 s left',
    );
  });

  test('a stage has its own rate: vectors that were known at once do not count', () => {
    let now = 0;
    const estimate = new ProgressEstimate(() => now);
    estimate.line('embedding', 5000, 10_000);
    now = 1000;
    expect(estimate.line('embedding', 6000, 10_000)).toMatch(/, 4 s left$/);
    expect(estimate.line('aligning', 0, 10_000)).toMatch(/, about 2 s left$/);
    now = 2000;
    expect(estimate.line('aligning', 2500, 10_000)).toMatch(/, 3 s left$/);
  });
});
