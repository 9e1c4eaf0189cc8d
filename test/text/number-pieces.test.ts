import { expect, test } from 'vitest';
import { numberPieces } from '../../src/text/number-pieces.js';

test('pieces of few and of many texts are numbered alike, in order of appearance', () => {
  const ids = Int32Array.of(7, 3, 7, 0, 3);
  const expected = { ids: Int32Array.of(0, 1, 0, 2, 1), pieces: [7, 3, 0] };
  expect(numberPieces(ids, 8)).toEqual(expected);
  expect(numberPieces(ids, 1_000_000)).toEqual(expected);
});
