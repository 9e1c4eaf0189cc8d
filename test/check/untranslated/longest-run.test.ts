import { expect, test } from 'vitest';
import { longestCommonRun, type CommonRun } from '../../../src/check/untranslated/longest-run.js';
import { seededRandom } from '../../seeded-random.js';

/** As it is defined: every pair of places, the first longest run in the order of `a`. */
function byEveryPair(a: readonly string[], b: readonly string[]): CommonRun {
  let best = { a: 0, b: 0, length: 0 };
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      let length = 0;
      while (
        i + length < a.length &&
        a[i + length] !== undefined &&
        a[i + length] === b[j + length]
      )
        length++;
      if (length > best.length) best = { a: i, b: j, length };
    }
  }
  return best;
}

test('is the longest run that both have, the first among equals', () => {
  const random = seededRandom(7);
  for (let round = 0; round < 3000; round++) {
    const words = 1 + Math.floor(random() * 6);
    const list = (): string[] =>
      Array.from({ length: Math.floor(random() * 24) }, () => `w${Math.floor(random() * words)}`);
    const [a, b] = [list(), list()];
    expect(longestCommonRun(a, b), `${a.join(' ')} / ${b.join(' ')}`).toEqual(byEveryPair(a, b));
  }
});

test('two hundred thousand words take no longer than their number asks for', () => {
  const random = seededRandom(9);
  const words = Array.from({ length: 200_000 }, () => `w${Math.floor(random() * 50)}`);
  const same = Array.from({ length: 200_000 }, () => 'w');
  expect(longestCommonRun(words, words)).toEqual({ a: 0, b: 0, length: 200_000 });
  expect(longestCommonRun(same, [...same, 'x'])).toEqual({ a: 0, b: 0, length: 200_000 });
});
