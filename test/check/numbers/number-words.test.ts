import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberWords } from '../../../src/check/numbers/number-words.js';

describe.each([
  ['en', ['twenty', 'TWO', 'three', 'hundred', 'and', 'one', 'Onetwo', 'seventeen']],
  ['fr', ['quatre', 'vingt', 'VINGT', 'dix', 'sept', 'et', 'un', "l'un", 'cent']],
  ['de', ['einundzwanzig', 'Zweihundert', 'ein', 'drei', 'und']],
  ['ru', ['два', 'ДВАДЦАТЬ', 'двадцать', 'сто', 'три', 'тридцати']],
  ['el', ['ΔΎΟ', 'τρεις', 'ΤΡΕΙΣ', 'δέκα']],
  ['tr', ['İKİ', 'iki', 'üç', 'yirmi']],
  ['zh', ['三', '十', '二十', '两', '百', '几']],
])('number words of %s', (language, words) => {
  const pieces = fc.constantFrom(...words, ' ', '-', ', ', "'", 'é', 'x', '文', '😀');
  const finder = new NumberWords(language);

  it('are found wherever a whole word is one, whatever stands around it', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        // Another number after it makes the finder read every word.
        const last = language === 'zh' ? '。三' : `. ${words[2] ?? ''}`;
        const all = finder.find(text + last).filter(({ end }) => end <= text.length);
        expect(finder.find(text)).toEqual(all);
      }),
    );
  });

  it('are counting words if they stand for 3 to 99', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const isCount = finder.find(text).some(({ value, start, end }) => {
          const isLong = !/^\p{Script=Han}$/u.test(text.slice(start, end));
          return Number.isInteger(value) && value >= 3 && value <= 99 && isLong;
        });
        expect(finder.isCounting(text) || !isCount).toBe(true);
      }),
    );
  });
});
