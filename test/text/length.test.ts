import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparableLength, hasLetters, lengthWithoutSpaces } from '../../src/text/length.js';
import { countEastAsian } from '../../src/text/scripts.js';

describe('the length of a text', () => {
  test.each([
    ['', 0],
    ['a b\tc\n', 3],
    ['a\u00a0b\u2009c\u3000d\ufeff', 4],
    // Neither a zero-width space nor a next-line character is white space.
    ['a\u200bb\u0085', 4],
    ['𝟘', 2],
  ])('leaves white space out: %j has %i units', (text, length) => {
    expect(lengthWithoutSpaces(text)).toBe(length);
    expect(lengthWithoutSpaces(text)).toBe(text.replace(/\s+/gu, '').length);
  });

  test.each([
    ['Good morning', 11],
    ['早上 好', 6],
    ['おはよう', 8],
    ['좋은 아침', 8],
    ['สวัสดี', 6],
    ['𠮷', 3],
  ])('counts East Asian characters twice: %s has %i', (text, length) => {
    expect(comparableLength(text)).toBe(length);
  });

  test('in letters counts an ideograph as three, and no digits or marks', () => {
    expect(hasLetters('In 1990, 东京!', 2 + 6)).toBe(true);
    expect(hasLetters('In 1990, 东京!', 2 + 6 + 1)).toBe(false);
  });
});

test('East Asian characters are those of the scripts, also beyond the basic plane', () => {
  const pattern = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu;
  const units = fc.constantFrom(...'々〇文字かナー한글。，aé', '𠀀', '😀', '\ud840', '\udc00');
  fc.assert(
    fc.property(fc.array(units), (parts) => {
      const text = parts.join('');
      expect(countEastAsian(text)).toBe(text.match(pattern)?.length ?? 0);
    }),
  );
});
