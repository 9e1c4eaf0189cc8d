import { describe, expect, test } from 'vitest';
import { checkRow, expectFound } from '../made-row.js';

describe('names', () => {
  test.each([
    ['en', 'On Monday Anna and Peter left.', 'en', 'On Monday Anna and Robert left.'],
    ['en', 'Mr Okafor went to the market.', 'en', 'Mr Okonjo went to the market.'],
    ['en', 'Yesterday Mr Okafor went to it.', 'es', 'Ayer el señor Okonjo fue allí.'],
    ['en', 'Yesterday Mr Okafor went to it.', 'de', 'Gestern ging Herr Okonjo dorthin.'],
  ])('an exchanged one is found: %s: %s | %s: %s', (languageA, textA, languageB, textB) => {
    expectFound('name', [languageA, textA], [languageB, textB]);
  });

  test.each([
    ['en', 'Moscow is the capital of Russia.', 'ru', 'Столица России - Москва.'],
    ['en', 'Yesterday Mr Okafor went to it.', 'es', 'Ayer el señor Okafor fue allí.'],
    ['en', 'Germany and France signed it.', 'es', 'Alemania y Francia lo firmaron.'],
  ])(
    'a name in another script or language is no alarm: %s: %s | %s: %s',
    (languageA, textA, languageB, textB) => {
      expect(checkRow(languageA, textA, languageB, textB)).toEqual([]);
    },
  );

  test('where more than a hundred differ, none was exchanged for another', () => {
    const list = (begin: string, count: number): string =>
      Array.from({ length: count }, (_, n) => {
        const own = Array.from(String(n), (digit) => `${'bdfgklmnrt'.charAt(Number(digit))}a`);
        const word = own.join('');
        return `when ${begin}${word} saw ${word}in or ${word}im`;
      }).join(' ');
    expect(
      checkRow('en', list('Sapad', 60), 'en', list('Vazal', 60)).map(({ code }) => code),
    ).toEqual(['name']);
    expect(checkRow('en', list('Sapad', 120), 'en', list('Vazal', 120))).toEqual([]);
  });
});
