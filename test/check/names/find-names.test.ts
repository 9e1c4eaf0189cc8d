import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameFinder } from '../../../src/check/names/find-names.js';

/** The same, said of every word of a text in turn. */
function names(text: string, isGerman: boolean) {
  const start = /(?:^|\n|[.!?…:;。！？"“”„«»‘’()[\]\n—–-])(?:(?!\n)\s)*$/u;
  const title = /(?<!\p{L})(?:Mr|Frau|M|г-н)\.?\s$/u;
  return [...text.matchAll(/[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu)].flatMap(
    ({ 0: value, index }) => {
      const before = text.slice(0, index);
      const person = title.test(before);
      const isName =
        /^\p{Lu}\p{Ll}{2,}/u.test(value) && (person || !(isGerman || start.test(before)));
      return isName ? [{ value, start: index, end: index + value.length, person }] : [];
    },
  );
}

describe.each(['en', 'de'])('names in %s', (language) => {
  it('are the capitalised words inside a sentence, or after a title', () => {
    const finder = new NameFinder(language);
    const pieces = fc.constantFrom(
      ...['Anna', 'Éva', "O'Neill", 'Jean-Luc', 'USA', 'house', 'Mr', 'Mr.', 'Frau', 'M', 'г-н'],
      ...[' ', ' ', ' ', '. ', '\n', '“', '’', '-', '6', '文', '😀', '𐐀𐐨𐐨𐐨', '\u0301', 'x'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        const found = finder.find(text).map(({ value, start, end, person }) => ({
          value,
          start,
          end,
          person,
        }));
        expect(found).toEqual(names(text, language === 'de'));
      }),
      { numRuns: 500 },
    );
  });
});
