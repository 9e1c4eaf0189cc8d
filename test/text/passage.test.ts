import { describe, expect, test } from 'vitest';
import { passageText, sentenceSpans } from '../../src/text/passage.js';

describe('the text of some sentences', () => {
  test('neighbours are one span, whatever is between them', () => {
    const sentences = [
      { number: 4, start: 10, end: 14 },
      { number: 5, start: 17, end: 20 },
      { number: 9, start: 40, end: 44 },
    ];
    expect(sentenceSpans(sentences)).toEqual([
      { start: 10, end: 20 },
      { start: 40, end: 44 },
    ]);
  });

  test.each([
    ['en', 'ab ef'],
    ['ko', 'ab ef'],
    ['zh-Hant', 'abef'],
    ['th', 'abef'],
  ])('in %s, separate runs make %j', (language, text) => {
    const spans = [
      { start: 0, end: 2 },
      { start: 4, end: 6 },
    ];
    expect(passageText('abcdef', spans, language)).toBe(text);
  });

  test('without spans there is no text', () => {
    expect(passageText('abc', [], 'en')).toBe('');
  });
});
