import { describe, expect, test } from 'vitest';
import { checkRow, expectFound } from '../made-row.js';

describe('dates', () => {
  test.each([
    ['en', 'They met on 30 November 2020 in Rome.', 'en', 'They met in Rome on November 30, 2020.'],
    ['en', 'They met on November 30 in the city.', 'es', 'Se reunieron el 30 de noviembre allí.'],
    ['en', 'They met on 30 November 2020 in Rome.', 'ja', '彼らは2020年11月30日にローマで会った。'],
    [
      'en',
      'The report of 2020-11-30 says so too.',
      'de',
      'Der Bericht vom 30.11.2020 sagt das auch.',
    ],
    ['en', 'They met on 3 May 1999 in the city.', 'ru', 'Они встретились 3 мая 1999 года там.'],
    ['en', 'They met on 3 May 1999 in the city.', 'pl', 'Spotkali się tam 3 maja 1999 roku.'],
    ['en', 'The war began on 1 September 1939.', 'fr', 'La guerre commença le 1er septembre 1939.'],
  ])('the same however it is written: %s: %s | %s: %s', (languageA, textA, languageB, textB) => {
    expect(checkRow(languageA, textA, languageB, textB)).toEqual([]);
  });

  test.each([
    ['en', 'They met on 30 November 2020.', 'es', 'Se reunieron el 29 de noviembre de 2020.'],
    ['en', 'They met on 30 November 2020.', 'de', 'Sie trafen sich am 30. Oktober 2020.'],
    ['en', 'They met on 30 November 2020.', 'ja', '彼らは2020年10月30日に会った。'],
  ])('another one is found: %s: %s | %s: %s', (languageA, textA, languageB, textB) => {
    expectFound('date', [languageA, textA], [languageB, textB]);
  });
});
