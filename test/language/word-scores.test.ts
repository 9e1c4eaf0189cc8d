import { expect, test } from 'vitest';
import { WordScores } from '../../src/language/word-scores.js';

const words = ['a', 'the', 'été', 'e\u0301te', 'می\u200cرود', '𐐨𐐩', 'über', 'd', 'est', 'no'];

test('scores the words that an expression finds, as often as they stand there', () => {
  const worths = new Map(
    words.map((word, index) => [word, { at: [index], scores: [index + 0.5] }] as const),
  );
  const scores = new WordScores(worths);
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
    const expected = words.map(
      (word, index) => found.filter((own) => own === word).length * (index + 0.5),
    );
    expect(sums, JSON.stringify(text)).toEqual(expected);
    expect(letters).toBe(lower.match(/\p{L}/gu)?.length ?? 0);
  }
});
