import { describe, expect, test } from 'vitest';
import { lineText as text, lineWidth, run } from '../../src/terminal/line.js';
import { wrapHanging, wrapLine } from '../../src/terminal/wrap-line.js';

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

describe('wrapping lines', () => {
  test.each(samples)('wraps without losing or inventing anything but blanks: %s', (sample) => {
    for (const width of [4, 7, 12, 20, 60]) {
      const lines = wrapLine([run(sample, 'a')], width);
      for (const line of lines) expect(lineWidth(line)).toBeLessThanOrEqual(width);
      expect(lines.map(text).join('').replace(/ /g, '')).toBe(run(sample).text.replace(/ /g, ''));
    }
  });

  test('breaks at spaces, and inside words only if necessary', () => {
    expect(wrapLine([run('one two three four')], 9).map(text)).toEqual([
      'one two',
      'three',
      'four',
    ]);
  });

  test('breaks between words in scripts without spaces', () => {
    const thai = wrapLine([run('ประเทศไทยมีประชากรเจ็ดสิบล้านคน')], 14).map(text);
    expect(thai).toEqual(['ประเทศไทยมี', 'ประชากรเจ็ดสิบ', 'ล้านคน']);
    const khmer = wrapLine([run('ភាសាខ្មែរគឺជាភាសាផ្លូវការ')], 10).map(text);
    expect(khmer.join('')).toBe('ភាសាខ្មែរគឺជាភាសាផ្លូវការ');
    expect(khmer.every((line) => !/^[\u17b6-\u17d3]/.test(line))).toBe(true);
  });

  test('breaks after a hyphen inside a word, but not after one that marks a change', () => {
    expect(wrapLine([run('abc well-known')], 9).map(text)).toEqual(['abc well-', 'known']);
    expect(wrapLine([run('abcd [-gone-] x')], 12).map(text)).toEqual(['abcd', '[-gone-] x']);
  });

  test('in wide text, no line ends with an opening bracket or begins with a full stop', () => {
    expect(wrapLine([run('狗在睡「觉的」猫在。')], 8).map(text)).toEqual([
      '狗在睡',
      '「觉的」',
      '猫在。',
    ]);
    // As many characters as fit.
    expect(wrapLine([run('狗在睡觉猫在')], 8).map(text)).toEqual(['狗在睡觉', '猫在']);
  });

  test('indents continuation lines below the text of the first line', () => {
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

  test('wide closing punctuation never makes a line too wide', () => {
    for (const width of [4, 6, 8]) {
      for (const line of wrapLine([run(` ${'b'.repeat(width - 1)}。c`)], width))
        expect(lineWidth(line)).toBeLessThanOrEqual(width);
    }
  });

  test('a space under the cursor is kept at the end of a line', () => {
    const [first = []] = wrapLine([run('aaaa'), run(' ', 'cursor'), run('bbbb')], 6);
    expect(first.at(-1)).toEqual(run(' ', 'cursor'));
  });

  test('breaks only between words if told to', () => {
    const line = [run('well-known 他们说的话，没有人相信。')];
    expect(wrapLine(line, 10, 'words').map(text)).toEqual([
      'well-known',
      '他们说',
      '的话，没有',
      '人相信。',
    ]);
  });
});
