import { describe, expect, test } from 'vitest';
import { splitGraphemes } from '../../src/text/graphemes.js';
import { seededRandom } from '../seeded-random.js';
import { processorTime } from '../processor-time.js';

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

  test('takes time that grows with the text, not with its square', async () => {
    // Some minutes in one piece.
    const text = 'слово '.repeat(50_000);
    const split = () => expect(splitGraphemes(text)).toHaveLength(300_000);
    expect(await processorTime(split)).toBeLessThan(5000);
  });
});
