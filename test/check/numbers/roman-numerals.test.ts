import fc from 'fast-check';
import { expect, it } from 'vitest';
import { romanNumerals, romanValue } from '../../../src/check/numbers/roman-numerals.js';

const pattern = /\b(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})\b/g;

it('are whole words of the letters in their order', () => {
  const pieces = fc.constantFrom(...'MDCLXVI', 'XIV', 'a', 'é', '_', '3', ' ', '.', "'", '文');
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join('');
      const expected = [...text.matchAll(pattern)].filter(([found]) => found !== '');
      expect(romanNumerals(text).map(({ start, end }) => text.slice(start, end))).toEqual(
        expected.map(([found]) => found),
      );
      expect(romanNumerals(text).map(({ start }) => start)).toEqual(
        expected.map(({ index }) => index),
      );
    }),
  );
});

it('have values', () => {
  expect(['IV', 'XIX', 'MCMXCIV'].map(romanValue)).toEqual([4, 19, 1994]);
});
