import { describe, expect, test } from 'vitest';
import { translationsBetween, type Glossary } from '../../../src/text/terms/glossary.js';
import { usedEntries } from '../../../src/text/terms/used-entries.js';

const glossary: Glossary = {
  name: 'g',
  entries: [
    [
      { language: 'en', text: 'branch' },
      { language: 'de', text: 'Zweig' },
      { language: 'pt-BR', text: 'ramo' },
    ],
    [
      { language: 'en', text: 'Branch' },
      { language: 'de', text: 'Branch' },
    ],
    [
      { language: '', text: 'tree' },
      { language: '', text: 'Baum' },
    ],
  ],
};

describe('a glossary between two texts', () => {
  test('has every term once, with all its translations', () => {
    expect(translationsBetween(glossary, 'en', 'de-AT')).toEqual([
      { source: 'branch', targets: ['Zweig', 'Branch'] },
      { source: 'tree', targets: ['Baum'] },
    ]);
  });

  test('is read in the direction of the texts', () => {
    expect(translationsBetween(glossary, 'pt', 'en')[0]).toEqual({
      source: 'ramo',
      targets: ['branch'],
    });
  });

  test('says nothing of texts in one language', () => {
    expect(translationsBetween(glossary, 'en', 'en-GB')).toEqual([]);
  });

  test('is kept as far as texts have its terms', () => {
    const texts = [{ language: 'de', texts: ['Die Zweige.'] }];
    expect(usedEntries(glossary, texts).entries).toEqual([glossary.entries[0]]);
  });
});
