import { describe, expect, test } from 'vitest';
import { NumberFinder } from '../../../src/check/numbers/find-numbers.js';

describe('all numbers are found', () => {
  test.each([
    ['numbers with blanks between them', '1 '],
    ['times of day', '9:30, '],
  ])('in a line of 300,000 %s', (_name, written) => {
    expect(new NumberFinder('en').find(written.repeat(300_000)).length).toBe(300_000);
  });

  test('once, where times, digits and words stand in turn', () => {
    const text = 'at 9:30 he had two of 12 and twenty-one of 1,500; '.repeat(20);
    const found = new NumberFinder('en').find(text).map(({ value }) => value);
    expect(found).toEqual(
      Array.from({ length: 20 }, () => ['9:30', 'two', '12', 'twenty-one', '1,500']).flat(),
    );
  });
});
