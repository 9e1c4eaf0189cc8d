import { expect, test } from 'vitest';
import { wordLists } from '../../src/language/common-words.js';
import { WordScores } from '../../src/language/word-scores.js';

const words = ['a', 'the', 'été', 'e\u0301te', 'می\u200cرود', '𐐨𐐩', 'über', 'd', 'est', 'no'];

test('scores the words that an expression finds, as often as they stand there', () => {
  const scores = new WordScores(words, () => 1.5);
  const pieces = [
    ...words,
    'The',
    'D',
    ' ',
    '  ',
    '-',
    "'",
    '\u0301',
    '\u200c',
    '𐐨',
    '\ud801',
    '1',
  ];
  let state = 1;
  for (let run = 0; run < 2000; run++) {
    let text = '';
    for (let count = 0; count < 12; count++) {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      text += pieces[(state >>> 8) % pieces.length] ?? '';
    }
    const sums = words.map(() => 0);
    const letters = scores.addTo(sums, text);
    const lower = text.toLowerCase();
    const found = lower.match(/\p{L}[\p{L}\p{M}\u200c]*/gu) ?? [];
    const expected = words.map((word) => found.filter((own) => own === word).length * 1.5);
    expect(sums, JSON.stringify(text)).toEqual(expected);
    expect(letters).toBe(lower.match(/\p{L}/gu)?.length ?? 0);
  }
});

test('a word counts for every language that has it, by its place in the list', () => {
  const scores = new WordScores(['the of a', '', 'a de  the', 'x'], (rank) => 8 - rank);
  const sums = [0, 0, 0, 0];
  scores.addTo(sums, 'The a, the de!');
  expect(sums).toEqual([8 + 6 + 8, 0, 6 + 8 + 6 + 7, 0]);
});

test('no list of common words has a word twice', () => {
  for (const [language, list] of Object.entries(wordLists)) {
    const all = list.split(' ');
    expect(new Set(all).size, language).toBe(all.length);
  }
});
