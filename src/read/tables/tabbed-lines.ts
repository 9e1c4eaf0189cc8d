import { AppError } from '../../errors.js';
import { textLines } from '../decode/text-lines.js';
import type { DocumentReader } from '../documents/document.js';
import { decodeXml } from '../xml/decode-xml.js';
import { columnLetters } from '../../text/column-letters.js';
import { LinkedTexts } from './linked-texts.js';

/** Longest line, in UTF-16 units. */
const mostLine = 16 << 20;
/** More columns than this are no texts side by side. */
const mostColumns = 50;

/**
 * Reads lines of corresponding texts with tabs between them and nothing else: no header, no quotes. So
 * concordancers and corpora of machine translation have them.
 */
export const tabbedLinesReader: DocumentReader = {
  takes: 'stream',
  textIs: 'extracted',
  async read(name, chunks, options) {
    const texts = new LinkedTexts(name);
    const pieces = decodeXml(name, chunks, options.encoding ?? 'utf-8');
    let number = 0;
    for await (const line of textLines(name, pieces, mostLine)) {
      number++;
      const cells = line.split('\t', mostColumns + 1);
      if (cells.length > mostColumns)
        throw new AppError('too-large', `${name}:${number}: more than ${mostColumns} columns`);
      texts.add(
        `line ${number}`,
        cells.map((text, index) => ({ language: { part: columnLetters(index) }, text })),
      );
    }
    return texts.finish(options);
  },
};
