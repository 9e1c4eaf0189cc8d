import { describe, expect, test } from 'vitest';
import { readText, type SideText, type TextEvidence } from '../../../src/align/comparable/text.js';
import { streamOf } from '../../bench/made-texts.js';

const read = (a: readonly string[], b: readonly string[]): TextEvidence =>
  readText(streamOf(a, 0), streamOf(b, 1));

const wordsOf = ({ ids, offsets }: SideText, sentence: number): number[] => [
  ...ids.subarray(offsets[sentence]!, offsets[sentence + 1]!),
];

const shared = ({ a, b }: TextEvidence): number[] => {
  const other = new Set(wordsOf(b, 0));
  return wordsOf(a, 0).filter((word) => other.has(word));
};

describe('readText', () => {
  test('numbers the words of both texts alike and each of a sentence once', () => {
    const text = read(['The cat and the dog'], ['the DOG']);
    expect(wordsOf(text.a, 0)).toHaveLength(4);
    expect(wordsOf(text.b, 0)).toHaveLength(2);
    expect(shared(text)).toHaveLength(2);
  });

  test.each([
    ['Thai', 'ฉันรักแมวดำ', 'แมวดำกินปลา'],
    ['Lao', 'ຂ້ອຍຮັກແມວ', 'ແມວກິນປາ'],
    ['Khmer', 'ខ្ញុំស្រឡាញ់ឆ្មា', 'ឆ្មាស៊ីត្រី'],
    ['Burmese', 'ကြောင်ကိုချစ်တယ်', 'ငါ့ကြောင်'],
    ['Chinese', '我爱小黑猫', '小黑猫吃鱼'],
    ['Japanese', '黒いコーヒー', 'コーヒーを飲む'],
  ])('finds what two %s sentences share, which write no spaces', (_, a, b) => {
    expect(shared(read([a], [b])).length).toBeGreaterThanOrEqual(2);
  });

  test('a known term is in both texts however they write it', () => {
    const text = readText(streamOf(['the cat'], 0), streamOf(['le chat', 'un chien'], 1), {
      a: [[7]],
      b: [[7], [8]],
    });
    expect(shared(text)).toHaveLength(1);
    expect(text.terms[shared(text)[0]!]).toBe(1);
    expect([...text.terms].filter((own) => own === 1)).toHaveLength(2);
  });

  test('a word is the rarer, the fewer sentences have it', () => {
    const { a, rarity } = read(['one two', 'one three'], ['one']);
    const [one, two] = wordsOf(a, 0);
    expect(rarity[one!]).toBeCloseTo(Math.log(4 / 3));
    expect(rarity[two!]).toBeCloseTo(Math.log(4));
  });

  test('knows numbers in the digits of any script as the same', () => {
    const text = read(['in 1,948'], ['၁၉၄၈ ခုနှစ်']);
    const [number] = shared(text);
    expect(text.numeric[number!]).toBe(1);
    expect(text.numeric.reduce((sum, flag) => sum + flag, 0)).toBe(1);
  });

  test('takes for names what has a capital inside a sentence, in either text', () => {
    const text = read(['Then came Anna'], ['anna slept']);
    const [anna] = shared(text);
    expect(text.named[anna!]).toBe(1);
    expect(text.named.reduce((sum, flag) => sum + flag, 0)).toBe(1);
  });
});
