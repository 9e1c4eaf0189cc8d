import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../src/terminal/cell-width.js';
import { padCells, truncateText, wrapText } from '../../src/terminal/wrap-text.js';

describe('wrapText', () => {
  test.each([
    ['en', 'The quick brown fox jumps over the lazy dog.'],
    ['zh', '他们说的话，没有人相信。可是后来大家都知道了，这是真的！'],
    ['ja', '吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。'],
    ['th', 'ภาษาไทยเป็นภาษาที่ไม่มีการเว้นวรรคระหว่างคำ'],
    ['ko', '모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.'],
    ['hi', 'सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता प्राप्त है।'],
    ['ar', 'يولد جميع الناس أحرارًا متساوين في الكرامة والحقوق.'],
    ['emoji', 'a👨‍👩‍👧‍👦b👩🏽‍🚀c🇺🇳d'.repeat(4)],
    ['long', 'Donaudampfschifffahrtsgesellschaftskapitänsmütze'],
  ])('wraps %s within the width without loss', (_name, text) => {
    for (const width of [8, 13, 20]) {
      const lines = wrapText(text, width);
      for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
    }
  });

  test('breaks between words, but never before closing punctuation', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
    for (const line of wrapText('他们说的话，没有人相信。可是后来', 10))
      expect(line).not.toMatch(/^[，。]/);
  });

  test('gives one empty line for an empty text', () => {
    expect(wrapText('', 10)).toEqual(['']);
  });
});

describe('truncateText', () => {
  test('cuts by cells, between graphemes, and marks the cut', () => {
    expect(truncateText('short', 10)).toBe('short');
    expect(truncateText('他们说的话', 6)).toBe('他们…');
    expect(truncateText('ab👨‍👩‍👧cd', 4)).toBe('ab…');
    expect(cellWidth(truncateText('a long line of text', 9))).toBe(9);
  });
});

describe('padCells', () => {
  test('fills up to a width in cells, and never cuts', () => {
    expect(padCells('狗', 4)).toBe('狗  ');
    expect(padCells('long', 2)).toBe('long');
  });
});
