import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mayHave, Sign, signsOf } from '../../../src/check/passage/signs.js';

const kinds: readonly (readonly [number, RegExp])[] = [
  [Sign.digit, /\p{Nd}/u],
  [Sign.otherDigit, /(?!\d)\p{Nd}/u],
  [Sign.capital, /\p{Lu}/u],
  [Sign.roman, /[MDCLXVI]/],
  [Sign.fraction, /[½¼¾⅓⅔]/],
  [Sign.quotation, /["“”„‟«»「」＂〝〞‘‚‹›—–―]/],
  [Sign.loose, /['’‘‚‹›『』]/],
  [Sign.question, /[?？؟]/],
  [Sign.letter, /\p{L}/u],
  [Sign.space, /\s/],
  [Sign.month, /[月월]/],
];
const texts = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 1 }),
    fc.constantFrom(...'I½“’?月월3٣A é龥𝟗𐐀'),
  ),
});

it('miss no kind of character that a text has, and name none that it lacks', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const signs = signsOf(text);
      const isBasic = !/[\ud800-\udfff]/.test(text);
      for (const [sign, pattern] of kinds) {
        if (pattern.test(text)) expect([sign, mayHave(signs, sign)]).toEqual([sign, true]);
        else if (isBasic) expect([sign, mayHave(signs, sign)]).toEqual([sign, false]);
      }
    }),
  );
});
