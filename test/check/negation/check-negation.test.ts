import { describe, expect, test } from 'vitest';
import { checkRow, expectFound } from '../made-row.js';

describe('negation', () => {
  test.each([
    ['en', 'He did not want to go home.', 'en', 'He did want to go home.'],
    ['en', 'She is not at home today.', 'de', 'Sie ist heute zu Hause.'],
    ['en', 'She takes three steps.', 'fr', 'Elle ne fait pas trois pas.'],
  ])(
    'one that only one side has is found: %s: %s | %s: %s',
    (languageA, textA, languageB, textB) => {
      expectFound('negation', [languageA, textA], [languageB, textB]);
    },
  );

  test.each([
    ['en', 'Do stay with us a little longer.', 'de', 'Geh doch noch nicht fort von uns.'],
    ['en', 'He came without a word.', 'fr', "Il est venu et n'a pas dit un mot."],
    ['en', 'Alice turned and came back again.', 'fr', 'Alice se retourna et revint sur ses pas.'],
    ['en', 'He said it to her in person.', 'fr', 'Il le lui a dit en personne.'],
  ])(
    'no alarm where languages put it differently: %s: %s | %s: %s',
    (languageA, textA, languageB, textB) => {
      expect(checkRow(languageA, textA, languageB, textB)).toEqual([]);
    },
  );
});
