import { expect, test } from 'vitest';
import { seededRandom } from './seeded-random.js';

const draw = (seed: number | string): number[] => {
  const random = seededRandom(seed);
  return Array.from({ length: 3 }, () => Math.floor(random() * 1e6));
};

// The weights that ship were fitted on documents drawn from these very sequences.
test.each([
  [1, [627073, 2735, 527447]],
  [-7, [433067, 325395, 544269]],
  ['textberg-de-fr/book', [115353, 390324, 288349]],
])('seed %j gives the sequence that it always gave', (seed, numbers) => {
  expect(draw(seed)).toEqual(numbers);
});

test('different seeds give different sequences', () => {
  expect(draw('a')).not.toEqual(draw('b'));
  expect(draw(1)).not.toEqual(draw(2));
});
