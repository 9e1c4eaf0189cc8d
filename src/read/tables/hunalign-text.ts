import { AppError } from '../../errors.js';
import type { DocumentReader } from '../documents/document.js';
import { LinkedTexts, type UnitBlock } from './linked-texts.js';

/** What hunalign puts between sentences of one side, and for the end of a paragraph. */
const joint = ' ~~~ ';
const paragraphMark = '<p>';

/**
 * Reads what hunalign writes with `-text`: a link a line, its two sides and a score between tabs. Each
 * sentence of a side is a block.
 */
export const hunalignReader: DocumentReader = {
  takes: 'text',
  textIs: 'extracted',
  read(name, text, options) {
    const texts = new LinkedTexts(name);
    text.split(/\r?\n/).forEach((line, index) => {
      if (line === '') return;
      const [a, b, score, ...more] = line.split('\t');
      if (a === undefined || b === undefined || more.length > 0 || !isScore(score))
        throw new AppError(
          'unreadable-document',
          `${name}:${index + 1}: not two texts and a score with tabs between them`,
          { hint: 'run hunalign with "-text"' },
        );
      const add = (part: string, side: string): UnitBlock[] =>
        side.split(joint).flatMap((sentence) => {
          if (sentence.trim() === paragraphMark) return [];
          const block = texts.addBlock(`line ${index + 1}`, { language: { part }, text: sentence });
          return block ? [block] : [];
        });
      texts.link([...add('a', a), ...add('b', b)]);
    });
    return texts.finish(options);
  },
};

const isScore = (field: string | undefined): boolean =>
  field === undefined || /^\s*-?[\d.]+(?:e[-+]?\d+)?\s*$/i.test(field);
