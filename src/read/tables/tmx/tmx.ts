import type { DocumentReader } from '../../documents/document.js';
import { LinkedTexts } from '../linked-texts.js';
import { languageReader } from '../../../text/languages/stated-language.js';
import { parseTmx } from './parse-tmx.js';

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
        unit: ({ id, variants }) =>
          texts.add(
            id,
            variants.map(({ language, text }) => ({ language: understand(language), text })),
          ),
      },
      options.encoding,
    );
    return texts.finish(options);
  },
};
