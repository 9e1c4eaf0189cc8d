import { describe, expect, test } from 'vitest';
import { logLikelihoodRatio } from '../../src/terms/association.js';

describe('the log-likelihood ratio', () => {
  test('is that of the contingency table', () => {
    // "the swiss" in Dunning (1993), table 2: 110 of 2552 and 221 in 31777 words.
    const ratio = logLikelihoodRatio({ together: 110, a: 2552, b: 221, all: 31777 });
    expect(ratio).toBeCloseTo(270.72, 0);
  });

  test('is 0 for what occurs together by chance', () => {
    expect(logLikelihoodRatio({ together: 25, a: 50, b: 50, all: 100 })).toBeCloseTo(0);
  });

  test('is negative for what avoids each other', () => {
    expect(logLikelihoodRatio({ together: 1, a: 50, b: 50, all: 100 })).toBeLessThan(-10);
  });

  test('is finite at the edges', () => {
    expect(logLikelihoodRatio({ together: 10, a: 10, b: 10, all: 10 })).toBeCloseTo(0);
    expect(logLikelihoodRatio({ together: 1, a: 1, b: 1, all: 100 })).toBeGreaterThan(10);
  });
});
