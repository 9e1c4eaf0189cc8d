import { describe, expect, test } from 'vitest';
import { detectLanguages, type LanguageOptions } from '../../src/language/detect-languages.js';
import { textSource } from '../read/text-source.js';

/** The languages of paragraphs for which a file states languages. */
function languagesOf(
  passages: readonly (readonly [text: string, stated: string | undefined])[],
  options?: LanguageOptions,
): string[] {
  const source = textSource(passages.map(([text]) => text).join('\n\n'));
  const blocks = source.blocks.map((block, index) => {
    const stated = passages[index]?.[1];
    return { ...block, ...(stated !== undefined && { stated }) };
  });
  return detectLanguages({ ...source, blocks }, options).map(({ language }) => language);
}

const spanish = 'Anoche volvió tarde a casa y no encontró a nadie allí, ni siquiera al perro.';
const french = "Hier soir, il est rentré tard chez lui et n'y a trouvé personne.";

describe('a language that a file states', () => {
  test('counts where the text leaves it open', () => {
    const text = ['Information', 'Hotel Adler', 'Sport'];
    expect(languagesOf(text.map((own) => [own, undefined]))).toEqual(['und', 'und', 'und']);
    expect(languagesOf(text.map((own) => [own, 'de-AT']))).toEqual(['de', 'de', 'de']);
  });

  test('is that of each passage', () => {
    expect(
      languagesOf([
        ['Menu', 'fr'],
        [french, 'fr'],
        ['Menu', 'it'],
      ]),
    ).toEqual(['fr', 'fr', 'it']);
  });

  test('never counts against a text that is clear', () => {
    expect(languagesOf([[spanish, 'en']])).toEqual(['es']);
    expect(languagesOf([['مرحبا بكم', 'en']])).toEqual(['ar']);
    expect(languagesOf([['Привет', 'en']])).toEqual(['ru']);
  });

  test('is not believed for short passages either where the clear ones are in another', () => {
    expect(
      languagesOf([
        ['Hotel', 'en'],
        [spanish, 'en'],
        ['Sport', 'en'],
      ]),
    ).toEqual(['es', 'es', 'es']);
  });

  test('counts no more than the languages that are expected', () => {
    expect(
      languagesOf(
        [
          ['Hotel', 'de'],
          [french, undefined],
        ],
        { only: ['fr', 'en'] },
      ),
    ).toEqual(['fr', 'fr']);
  });

  test('stays out of the result', () => {
    const source = textSource('Hotel');
    const blocks = source.blocks.map((block) => ({ ...block, stated: 'de' }));
    for (const options of [{}, { language: 'de' }])
      expect(detectLanguages({ ...source, blocks }, options)[0]).not.toHaveProperty('stated');
  });
});
