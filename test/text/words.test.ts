import { describe, expect, test } from 'vitest';
import { characterPairs, hasUnspacedLetter, splitWords } from '../../src/text/words.js';

const textsOf = (text: string): string[] => splitWords(text).map((word) => word.text);

describe('splitWords', () => {
  test.each([
    ['English', 'The cat’s 2nd life', ['the', 'cat', 's', '2', 'nd', 'life']],
    ['German', 'Straßenbahn fährt über Öl', ['straßenbahn', 'fährt', 'über', 'öl']],
    ['Turkish, decomposed', 'cu\u0308ce', ['cüce']],
    ['Russian', 'Мой дядя самых', ['мой', 'дядя', 'самых']],
    ['Arabic', 'كِتابٌ جديدٌ', ['كِتابٌ', 'جديدٌ']],
    ['Hindi', 'हिन्दी में', ['हिन्दी', 'में']],
    ['Tamil', 'தமிழ் மொழி', ['தமிழ்', 'மொழி']],
    ['Korean', '한국어를 배운다', ['한국어를', '배운다']],
  ])('%s: words between spaces, in small letters', (_, text, words) => {
    expect(textsOf(text)).toEqual(words);
  });

  test.each([
    ['Chinese', '我爱你。', ['我爱', '爱你']],
    ['Chinese, one character', '好!', ['好']],
    ['Chinese, beyond the basic plane', '𠀀𠀁好', ['𠀀𠀁', '𠀁好']],
    ['Japanese', '私はコーヒー、', ['私は', 'はコ', 'コー', 'ーヒ', 'ヒー']],
    ['Japanese, half-width', 'ｶﾀｶﾅ', ['カタ', 'タカ', 'カナ']],
    ['Thai', 'แมวดำ ๆ', ['แม', 'มว', 'วด', 'ด\u0e4d', '\u0e4d\u0e32', 'ๆ']],
    ['Lao', 'ແມວ', ['ແມ', 'ມວ']],
    ['Khmer', 'ខ្មែរ។', ['ខ្', '្ម', 'មែ', 'ែរ']],
    ['Burmese', 'ကြောင်။', ['ကြ', 'ြေ', 'ော', 'ာင', 'င်']],
  ])('%s: every two neighbouring characters, without punctuation', (_, text, pairs) => {
    expect(textsOf(text)).toEqual(pairs);
    expect(splitWords(text).every(({ kind }) => kind === 'pair')).toBe(true);
  });

  test('neighbouring scripts with and without spaces are separated', () => {
    expect(textsOf('用Windows电脑看TV')).toEqual(['用', 'windows', '电脑', '脑看', 'tv']);
  });

  test.each([
    ['1,250,000', '1250000'],
    ['1.250', '1250'],
    ['3.14', '3.14'],
    ['12,50', '12,50'],
    ['٢٠٢٤', '2024'],
    ['२०२४', '2024'],
    ['๒๕๖๗', '2567'],
    ['៤២', '42'],
    ['၁၉၄၈', '1948'],
    ['２０２４', '2024'],
  ])('the number %s is %s', (text, number) => {
    expect(splitWords(text)).toEqual([{ text: number, kind: 'number', capital: false }]);
  });

  test('a number inside Thai, Burmese or Chinese is a number', () => {
    expect(textsOf('ปี๒๕๖๗')).toEqual(['ปี', '2567']);
    expect(textsOf('၁၉၄၈ခု')).toEqual(['1948', 'ခု']);
    expect(textsOf('在2024年')).toEqual(['在', '2024', '年']);
  });

  test('tells which words begin with a capital', () => {
    const capitals = splitWords('Вчера Anna met o’Neill, 5 Élans').filter(({ capital }) => capital);
    expect(capitals.map(({ text }) => text)).toEqual(['вчера', 'anna', 'neill', 'élans']);
  });

  test('an empty text has no words', () => {
    expect(splitWords('')).toEqual([]);
    expect(splitWords(' … – !?')).toEqual([]);
  });
});

describe('characterPairs', () => {
  test.each(['我爱你。', 'コーヒー', 'แมวดำ ๆ', '用Windows电脑看TV', '၁၉၄၈ခု', 'Nur Wörter, 12'])(
    'of %s are the pairs of its words',
    (text) => {
      const pairs = splitWords(text).filter(({ kind }) => kind === 'pair');
      expect(characterPairs(text)).toEqual(pairs.map((pair) => pair.text));
    },
  );
});

describe('hasUnspacedLetter', () => {
  test.each(['中', 'か', 'ー', 'ก', 'ກ', 'ក', 'က', 'see 中'])('%s has one', (text) => {
    expect(hasUnspacedLetter(text)).toBe(true);
  });

  test.each(['', 'abc 12', '한국', '。', '๑๒', '။', 'हिन्दी'])('"%s" has none', (text) => {
    expect(hasUnspacedLetter(text)).toBe(false);
  });
});
