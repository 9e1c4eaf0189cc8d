import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordFilter } from '../../../src/check/dates/word-filter.js';

const words = ['mai', 'märz', 'ιούλιος', 'марта', 'setembro', 'stycznia'];
const pattern = new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.join('|')})(?![\\p{L}\\p{M}])`, 'iu');

it('passes every text in which a pattern without regard to case finds a word', () => {
  const mayBeIn = wordFilter(words);
  const pieces = fc.constantFrom(
    ...words,
    ...words.map((word) => word.toUpperCase()),
    ...['ſetembro', 'ſtycznia', 'ιούλιοσ', 'İ', 'ß', ' ', '3', '.', 'x', 'é', '́', '文'],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
      const text = parts.join('');
      expect(mayBeIn(text) || !pattern.test(text)).toBe(true);
    }),
  );
});

it('rejects texts that have the words only inside others', () => {
  const mayBeIn = wordFilter(words);
  expect(mayBeIn('12. MAI.')).toBe(true);
  expect(mayBeIn('The main 12')).toBe(false);
  expect(mayBeIn('The remaining 12 setem bros')).toBe(false);
  expect(mayBeIn('')).toBe(false);
  expect(mayBeIn('m')).toBe(false);
});
