import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../src/terminal/cell-width.js';
import { highlightText } from '../../src/terminal/highlight.js';
import { fitLine, lineWidth, run, truncateLine, type Line } from '../../src/terminal/line.js';
import { wrapHanging, wrapLine } from '../../src/terminal/wrap-line.js';
import { isRightToLeft } from '../../src/text/direction.js';
import { splitGraphemes } from '../../src/text/graphemes.js';
import { seeded } from '../review/fixture.js';

const text = (line: Line) => line.map((part) => part.text).join('');
const samples = [
  'plain English words',
  '彼は後ろ手にドアを閉めた。誰も話さなかった。',
  'क्षत्रिय नमस्ते दुनिया',
  'שָׁלוֹם עוֹלָם וכל השאר',
  'السلام عليكم ورحمة الله',
  'ภาษาไทยน้ำไม่มีช่องว่าง',
  '👩‍👩‍👧 👍🏽 ☎️ emoji and é é',
  '한국어 문장입니다 가나다',
];

describe('text in cells', () => {
  test.each(samples)(
    'is never wider than asked for, and never cut inside a character: %s',
    (sample) => {
      for (let width = 1; width < 45; width++) {
        const cut = truncateLine([run(sample)], width);
        expect(lineWidth(cut)).toBeLessThanOrEqual(width);
        expect(lineWidth(fitLine([run(sample)], width))).toBe(width);
        const whole = splitGraphemes(run(sample).text);
        const kept = text(cut).replace(/…$/, '');
        expect(whole.join('').startsWith(kept)).toBe(true);
        expect(whole.slice(0, splitGraphemes(kept).length).join('')).toBe(kept);
      }
    },
  );

  test.each(samples)('wraps without losing or inventing anything but blanks: %s', (sample) => {
    for (const width of [4, 7, 12, 20, 60]) {
      const lines = wrapLine([run(sample, 'a')], width);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.map(text).join('').replace(/ /g, '')).toBe(run(sample).text.replace(/ /g, ''));
    }
  });

  test('breaks at blanks, keeps words whole where it can', () => {
    expect(wrapLine([run('one two three four')], 9).map(text)).toEqual([
      'one two',
      'three',
      'four',
    ]);
  });

  test('breaks between words where a script leaves no blanks', () => {
    const thai = wrapLine([run('ประเทศไทยมีประชากรเจ็ดสิบล้านคน')], 14).map(text);
    expect(thai).toEqual(['ประเทศไทยมี', 'ประชากรเจ็ดสิบ', 'ล้านคน']);
    const khmer = wrapLine([run('ភាសាខ្មែរគឺជាភាសាផ្លូវការ')], 10).map(text);
    expect(khmer.join('')).toBe('ភាសាខ្មែរគឺជាភាសាផ្លូវការ');
    expect(khmer.every((line) => !/^[\u17b6-\u17d3]/.test(line))).toBe(true);
  });

  test('breaks after a hyphen inside a word, not after one that marks a change', () => {
    expect(wrapLine([run('abc well-known')], 9).map(text)).toEqual(['abc well-', 'known']);
    expect(wrapLine([run('abcd [-gone-] x')], 12).map(text)).toEqual(['abcd', '[-gone-] x']);
  });

  test('wide text ends no line with an opening bracket and begins none with a full stop', () => {
    expect(wrapLine([run('狗在睡「觉的」猫在。')], 8).map(text)).toEqual([
      '狗在睡',
      '「觉的」',
      '猫在。',
    ]);
    // As many characters as fit.
    expect(wrapLine([run('狗在睡觉猫在')], 8).map(text)).toEqual(['狗在睡觉', '猫在']);
  });

  test('hangs what does not fit below the text of its line', () => {
    expect(wrapHanging([run('  +1.2  one two three four')], 16).map(text)).toEqual([
      '  +1.2  one two',
      '    three four',
    ]);
    expect(wrapHanging([run('short')], 16).map(text)).toEqual(['short']);
  });

  test('keeps styles when wrapping', () => {
    const line = [run('aaa bbb ', 'x'), run('ccc', 'y')];
    expect(wrapLine(line, 5)).toEqual([
      [{ text: 'aaa', style: 'x' }],
      [{ text: 'bbb', style: 'x' }],
      [{ text: 'ccc', style: 'y' }],
    ]);
  });

  test('random mixtures keep their widths', () => {
    const random = seeded(7);
    const characters = Array.from(samples.join(''));
    for (let round = 0; round < 300; round++) {
      const own = Array.from(
        { length: 30 },
        () => characters[Math.floor(random() * characters.length)],
      ).join('');
      // Random marks pile up: one character may be five cells wide.
      const width = 8 + Math.floor(random() * 30);
      for (const line of wrapLine([run(own)], width))
        expect(lineWidth(line)).toBeLessThanOrEqual(width);
      expect(lineWidth(fitLine([run(own)], width))).toBe(width);
    }
  });

  test('what comes from a text cannot act on the terminal', () => {
    // eslint-disable-next-line no-control-regex
    expect(run('a\u001b[2Jb\u0007\u009b1m\r\n\tc\u202ed\u2066').text).not.toMatch(
      /[\u0000-\u001f\u007f-\u009f\u202e\u2066]/,
    );
  });

  test('marks are styles over the text, overlapping or not', () => {
    const runs = highlightText('abcdef', [
      { start: 1, end: 3, style: 'x' },
      { start: 2, end: 9, style: 'y' },
    ]);
    expect(runs).toEqual([
      { text: 'a', style: '' },
      { text: 'b', style: 'x' },
      { text: 'c', style: 'x y' },
      { text: 'def', style: 'y' },
    ]);
  });

  test('directions are known by language and by script', () => {
    expect(['he', 'ar', 'fa-IR', 'ur', 'yi', 'az-Arab'].every(isRightToLeft)).toBe(true);
    expect(['en', 'hi', 'zh-Hant', 'az', 'hr'].some(isRightToLeft)).toBe(false);
  });

  test('plain text takes the quick way and the same width', () => {
    expect(cellWidth('abc')).toBe(3);
    expect(cellWidth('狗在')).toBe(4);
  });
});
