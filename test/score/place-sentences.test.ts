import { expect, test } from 'vitest';
import { placeSentences } from '../../src/score/place-sentences.js';

const numbered = (texts: readonly string[]) =>
  new Map(texts.map((text, index) => [index + 1, text]));
const places = (own: readonly string[], others: readonly string[]) =>
  Object.fromEntries(placeSentences(numbered(own), numbered(others)));

test('lines are found as one sentence or several neighbours, whatever blanks are between them', () => {
  expect(places(['One. Two.', 'Three.'], ['Zero.', 'One.', ' Two. ', 'Three.'])).toEqual({
    1: [2, 3],
    2: [4],
  });
  expect(places(['一。二。'], ['一。', '二。'])).toEqual({ 1: [1, 2] });
});

test('what is there several times is found in order, each once', () => {
  expect(places(['Yes.', 'Yes.', 'Yes.'], ['Yes.', 'No.', 'Yes.'])).toEqual({ 1: [1], 2: [3] });
});

test('the order of the lines does not matter', () => {
  expect(places(['B b.', 'A a.'], ['A a.', 'B b.'])).toEqual({ 1: [2], 2: [1] });
});

test('parts of sentences and other texts are not found', () => {
  expect(places(['One', 'One. Tw', 'Four.'], ['One.', 'Two.'])).toEqual({});
});
