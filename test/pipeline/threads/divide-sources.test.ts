import { describe, expect, test } from 'vitest';
import { sourcesLeft } from '../../../src/pipeline/threads/divide-sources.js';

const long = 1_000_000;

describe('sources left to the main thread', () => {
  test('one of two, whichever is longer', () => {
    expect(sourcesLeft([long, long])).toBe(1);
    expect(sourcesLeft([long, 10])).toBe(1);
    expect(sourcesLeft([10, long])).toBe(1);
  });

  test('of several, those that make the larger part as small as it can be', () => {
    expect(sourcesLeft([long, long, long, long])).toBe(2);
    expect(sourcesLeft([10, 10, 10, long])).toBe(3);
    expect(sourcesLeft([long, 10, 10, 10])).toBe(1);
    expect(sourcesLeft([30_000, 30_000, 300_000, 400_000])).toBe(3);
  });

  test('none of short or very long texts, and none of a single one', () => {
    expect(sourcesLeft([3 * long, 3 * long])).toBe(0);
    expect(sourcesLeft([1000, 1000])).toBe(0);
    expect(sourcesLeft([long])).toBe(0);
    expect(sourcesLeft([])).toBe(0);
  });
});
