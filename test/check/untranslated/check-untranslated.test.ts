import { describe, expect, test } from 'vitest';
import { checkRow, expectFound } from '../made-row.js';

describe('untranslated words', () => {
  test.each([
    [
      'en',
      'He said that nobody in the whole town had seen it.',
      'fr',
      'Il said that nobody in the whole town had seen it.',
    ],
  ])(
    'a run of words left as it was is found: %s: %s | %s: %s',
    (languageA, textA, languageB, textB) => {
      expectFound('untranslated', [languageA, textA], [languageB, textB]);
    },
  );

  test('no alarm for a few words, which may be a title', () => {
    const text = 'Er las "The Sound and the Fury" während einer einzigen Nacht.';
    expect(
      checkRow('en', 'He read "The Sound and the Fury" in one long night.', 'de', text),
    ).toEqual([]);
  });
});
