import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../src/terminal/cell-width.js';
import { wantsColor } from '../../src/terminal/color.js';
import { oneLine, safeText } from '../../src/terminal/safe-text.js';
import { truncateText, wrapText } from '../../src/terminal/wrap-text.js';

describe('safeText', () => {
  test('shows control characters instead of sending them', () => {
    expect(safeText('a\u001b[31mb\u0007c\u0000d\u007fe')).toBe('a␛[31mb␇c␀d␡e');
    expect(safeText('\u009b31m')).toBe('\ufffd31m');
    expect(safeText('x\r\u0008y')).toBe('x␍␈y');
  });

  test('takes out what reorders the line, keeps what joins letters', () => {
    expect(safeText('a\u202eb\u2066c\u200fd')).toBe('abcd');
    expect(safeText('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  test('keeps line breaks and tabs; oneLine makes blanks of them', () => {
    expect(safeText('a\n\tb')).toBe('a\n\tb');
    expect(oneLine(' a\r\n\tb\u2028c ')).toBe('a b c');
  });
});

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
  ])('keeps %s within the width and loses nothing', (_name, text) => {
    for (const width of [8, 13, 20]) {
      const lines = wrapText(text, width);
      for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
    }
  });

  test('breaks between words, and before none of the punctuation that ends one', () => {
    expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
    for (const line of wrapText('他们说的话，没有人相信。可是后来', 10))
      expect(line).not.toMatch(/^[，。]/);
  });

  test('gives one empty line for an empty text', () => {
    expect(wrapText('', 10)).toEqual(['']);
  });
});

describe('cellWidth', () => {
  test('is what string-width says, character by character, shortcuts or not', () => {
    for (let code = 0x20; code < 0x10000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const character = String.fromCodePoint(code);
      if (cellWidth(character) !== stringWidth(character)) throw new Error(code.toString(16));
    }
  });
});

describe('truncateText', () => {
  test('cuts by cells, between graphemes, and says so', () => {
    expect(truncateText('short', 10)).toBe('short');
    expect(truncateText('他们说的话', 6)).toBe('他们…');
    expect(truncateText('ab👨‍👩‍👧cd', 4)).toBe('ab…');
    expect(cellWidth(truncateText('a long line of text', 9))).toBe(9);
  });
});

describe('wantsColor', () => {
  test.each([
    ['always', { NO_COLOR: '1' }, false, true],
    ['never', { FORCE_COLOR: '1' }, true, false],
    ['auto', {}, true, true],
    ['auto', {}, false, false],
    ['auto', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['auto', { NO_COLOR: '' }, true, true],
    ['auto', { FORCE_COLOR: '1', TERM: 'dumb' }, false, true],
    ['auto', { FORCE_COLOR: '0' }, true, false],
    ['auto', { CLICOLOR_FORCE: '1' }, false, true],
    ['auto', { CLICOLOR_FORCE: '0' }, false, false],
    ['auto', { TERM: 'dumb' }, true, false],
  ] as const)('--color=%s with %j on a terminal (%s): %s', (choice, env, terminal, wanted) => {
    expect(wantsColor(choice, env, terminal)).toBe(wanted);
  });
});
