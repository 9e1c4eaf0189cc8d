import { describe, expect, test } from 'vitest';
import { hasDigit, toAsciiDigits } from '../../src/text/digits.js';

describe('decimal digits', () => {
  test.each([
    ['٣٠ نوفمبر ٢٠٢٠', '30 نوفمبر 2020'],
    ['१२३', '123'],
    ['４５６', '456'],
    // Five runs of ten stand side by side here, two there.
    ['𝟘𝟙𝟡 𝟬𝟵 𝟶𝟿', '019 09 09'],
    ['\u{116d0}\u{116d9}\u{116da}\u{116e3}', '0909'],
    ['Ⅳ, ½ and 十 stay', 'Ⅳ, ½ and 十 stay'],
  ])('of "%s" become "%s"', (text, ascii) => {
    expect(toAsciiDigits(text)).toBe(ascii);
  });

  test('are the same as those of compatibility normalisation', () => {
    for (let code = 0; code < 0x110000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const digit = String.fromCodePoint(code);
      const plain = digit.normalize('NFKC');
      if (/\p{Nd}/u.test(digit) && /^[0-9]$/.test(plain)) expect(toAsciiDigits(digit)).toBe(plain);
    }
  });

  test('are found in any script', () => {
    expect(hasDigit('nr. ٣')).toBe(true);
    expect(hasDigit('no digit, not even ⅷ')).toBe(false);
  });
});
