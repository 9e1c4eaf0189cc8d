import { expect, test } from 'vitest';
import { matchWords } from '../../../src/align/explain/match-words.js';
import type { WordVectors } from '../../../src/align/words/word-vectors.js';
import { Neighbourhood } from '../../../src/align/explain/neighbourhood.js';
import { listWords } from '../../../src/align/explain/word-list.js';
import { foldWord } from '../../../src/text/placed-words.js';
import { makeUpPair } from '../made-up-texts.js';

const pair = makeUpPair({ beads: 5, seed: 3 });
const around = new Neighbourhood(pair.a, pair.b, [], 0);

/** Words with the same number mean the same. */
function vectorsOf(meanings: Readonly<Record<string, number>>): WordVectors {
  const words = Object.keys(meanings);
  const dimension = Math.max(...Object.values(meanings)) + 1;
  const units = new Float32Array(words.length * dimension);
  words.forEach((word, at) => (units[at * dimension + meanings[word]!] = 1));
  const norms = new Float32Array(words.length).fill(1);
  return {
    places: new Map(words.map((word, at) => [word, at])),
    vectors: { count: words.length, dimension, units, norms },
  };
}

const shown = (english: string, german: string, meanings: Readonly<Record<string, number>>) => {
  const vectors = vectorsOf(meanings);
  const known = { ties: around.learnWords(vectors), vectors };
  const match = matchWords(listWords([english], 'en'), listWords([german], 'de'), around, known);
  return { ...match, pairs: match.pairs.map(({ a, b }) => `${a} ${b}`).sort() };
};

test('words that the model finds similar are pairs, and so are those written the same', () => {
  const match = shown('Alice saw the dog in 1865.', 'Alice sah 1865 den Hund.', {
    Alice: 0,
    saw: 1,
    sah: 1,
    the: 2,
    dog: 3,
    Hund: 3,
    in: 4,
    den: 5,
    '1865': 6,
  });
  expect(match.pairs).toEqual(['1865 1865', 'Alice Alice', 'dog Hund', 'saw sah']);
  expect(match.aloneA).toEqual(['the', 'in']);
  expect(match.aloneB).toEqual(['den']);
});

test('numbers are never pairs because the model finds them similar', () => {
  expect(shown('1865', '1866', { '1865': 0, '1866': 0 }).pairs).toEqual([]);
});

test('names that differ in their last letters are pairs', () => {
  expect(shown('Salamiyah', 'Salamija', { Salamiyah: 0, Salamija: 1 }).pairs).toEqual([
    'Salamiyah Salamija',
  ]);
});

test('words are compared without capitals and without the accents of Latin letters', () => {
  expect(foldWord('Épée')).toBe('epee');
  expect(foldWord('Йод')).toBe('йод');
  expect(foldWord('が')).toBe('が');
});

test('single letters are no words, ideographs are', () => {
  expect(listWords(['A b 3.'], 'en').map(({ text }) => text)).toEqual(['3']);
  expect(listWords(['水'], 'zh').map(({ text }) => text)).toEqual(['水']);
});

test('a language tag that nobody knows does no harm', () => {
  expect(listWords(['two words'], 'x-unknown-and-too-long').length).toBe(2);
});
