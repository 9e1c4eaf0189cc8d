import { describe, expect, test } from 'vitest';
import { readAbbreviations } from '../../../src/read/splitting/read-abbreviations.js';
import { readSplitting } from '../../../src/read/splitting/read-splitting.js';

describe('readAbbreviations', () => {
  test('reads those of all languages, of sections and of single lines', () => {
    const text = `# of the house style
Nr.
et al.   # always
[de]
z. B.
bzw
fr: Mme.
[pt-BR]
Sr.\r
[*]
C#
`;
    expect(readAbbreviations('list.txt', text)).toEqual([
      { language: null, words: ['nr', 'et.al', 'c#'] },
      { language: 'de', words: ['z.b', 'bzw'] },
      { language: 'fr', words: ['mme'] },
      { language: 'pt-br', words: ['sr'] },
    ]);
  });

  test.each([
    ['Nr.\n[german language]\n', 'list.txt:2: "german language" is not a language'],
    ['Nr.\n.\n', 'list.txt:2: there is no abbreviation in this line'],
    [`${'a'.repeat(41)}.`, 'list.txt:1: longer than 40 characters'],
    ['# nothing\n', 'list.txt: there are no abbreviations in it'],
  ])('refuses %j', (text, message) => {
    expect(() => readAbbreviations('list.txt', text)).toThrow(message);
  });

  test('the encoding of the file is recognised', async () => {
    const bytes = Buffer.from('\ufeffсм.\n', 'utf16le');
    const { abbreviations } = await readSplitting({ abbreviations: { name: 'list.txt', bytes } });
    expect(abbreviations).toEqual([{ language: null, words: ['см'] }]);
  });
});
