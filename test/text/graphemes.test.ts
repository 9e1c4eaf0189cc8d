import { describe, expect, test } from 'vitest';
import { splitGraphemes } from '../../src/text/graphemes.js';
import { seededRandom } from '../seeded-random.js';

const samples = [
  'plain English words ',
  '彼は後ろ手にドアを閉めた。',
  'क्षत्रिय नमस्ते दुनिया ',
  'שָׁלוֹם עוֹלָם',
  'ภาษาไทยน้ำไม่มีช่องว่าง',
  '👩‍👩‍👧👍🏽☎️🇫🇷',
  'e\u0301o\u0308',
  '한국어',
];

describe('splitGraphemes', () => {
  test('finds the same characters as Intl in texts of any length', () => {
    const random = seededRandom(5);
    const reference = new Intl.Segmenter('und', { granularity: 'grapheme' });
    for (let round = 0; round < 50; round++) {
      let text = '';
      while (text.length < 3000) text += samples[Math.floor(random() * samples.length)] ?? '';
      expect(splitGraphemes(text)).toEqual(Array.from(reference.segment(text), (x) => x.segment));
    }
  });

  test('takes time that grows with the text, not with its square', () => {
    const begun = performance.now();
    // Some minutes in one piece.
    expect(splitGraphemes('слово '.repeat(50_000))).toHaveLength(300_000);
    expect(performance.now() - begun).toBeLessThan(5000);
  });
});
