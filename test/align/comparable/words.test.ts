import { expect, test } from 'vitest';
import { readText, type KnownTerms } from '../../../src/align/comparable/text.js';
import { makeWordComparer, type WordComparison } from '../../../src/align/comparable/words.js';
import { streamOf } from '../../bench/made-texts.js';

const [a, b] = [streamOf(['the dog', 'the cat'], 0), streamOf(['le chat'], 1)];
const compare = (i: number, terms?: KnownTerms): WordComparison =>
  makeWordComparer(readText(a, b, terms))({ i, n: 1, j: 0, m: 1 });

test('a term that both have counts for them, less than a word that both write alike', () => {
  const terms = { a: [[], [1]], b: [[1]] };
  expect(compare(1).cover).toBe(0);
  expect(compare(1, terms).cover).toBeGreaterThan(0.05);
  expect(compare(1, terms).unionGain).toBeGreaterThan(compare(1).unionGain);
});

test('a term that one text has alone counts neither for nor against', () => {
  expect(compare(0, { a: [[2], []], b: [[1]] })).toEqual(compare(0));
});
