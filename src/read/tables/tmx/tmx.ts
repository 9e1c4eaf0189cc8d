import type { DocumentReader } from '../../documents/document.js';
import { LinkedTexts, type UnitText } from '../linked-texts.js';
import { languageReader, type StatedLanguage } from '../../../text/languages/stated-language.js';
import { parseTmx, type TmxVariant } from './parse-tmx.js';

/**
 * Reads translation memories: one text a language, one block a unit, the language that was translated
 * from first. `columns` chooses languages.
 */
export const tmxReader: DocumentReader = {
  takes: 'stream',
  textIs: 'extracted',
  async read(name, chunks, options) {
    const texts = new LinkedTexts(name);
    const understand = languageReader();
    await parseTmx(
      name,
      chunks,
      {
        sourceLanguage: (word) => texts.expect(understand(word)),
        unit: ({ id, variants }) => texts.add(id, unitTexts(variants, understand)),
      },
      options.encoding,
    );
    return texts.finish(options);
  },
};

/**
 * What a unit says. Several variants in one language are wordings of one text, unless each says which source
 * it is of: then they are different texts, the second called `en#2`.
 */
function unitTexts(
  variants: readonly TmxVariant[],
  understand: (language: string) => StatedLanguage,
): UnitText[] {
  const seen = new Map<string, number>();
  return variants.map(({ language, text, hasSource }) => {
    const stated = understand(language);
    if (!hasSource) return { language: stated, text };
    const rank = (seen.get(stated.part) ?? 0) + 1;
    seen.set(stated.part, rank);
    if (rank === 1) return { language: stated, text };
    return { language: { ...stated, part: `${stated.part}#${rank}` }, text };
  });
}
