import { describe, expect, test } from 'vitest';
import { checkRow, expectFound } from '../made-row.js';

describe('units', () => {
  test.each([
    ['en', 'The town is 40 miles from here.', 'de', 'Die Stadt ist 40 Kilometer von hier.'],
    ['en', 'It was sold for $500 in May.', 'fr', 'On le vendit 500 € au mois de mai.'],
  ])('another one is found: %s: %s | %s: %s', (languageA, textA, languageB, textB) => {
    expectFound('unit', [languageA, textA], [languageB, textB]);
  });

  test.each([
    [
      'en',
      'It weighs 5 kg (11 pounds) at birth.',
      'de',
      'Es wiegt bei der Geburt 5 kg (11 Pfund).',
    ],
  ])('a conversion is no alarm: %s: %s | %s: %s', (languageA, textA, languageB, textB) => {
    expect(checkRow(languageA, textA, languageB, textB)).toEqual([]);
  });
});
