import { textLines } from '../decode/text-lines.js';
import type { DocumentReader } from '../documents/document.js';
import { decodeXml } from '../xml/decode-xml.js';
import { LinkedTexts } from './linked-texts.js';

/** Adds what one line says; `number` counts from 1. Throws AppError for a line that is none of the format. */
export type AddLine = (texts: LinkedTexts, name: string, number: number, line: string) => void;

/**
 * The reader of a format in which every line is a link.
 *
 * @param mostLine longest line, in UTF-16 units
 */
export function lineReader(mostLine: number, addLine: AddLine): DocumentReader {
  return {
    takes: 'stream',
    textIs: 'extracted',
    async read(name, chunks, options) {
      const texts = new LinkedTexts(name);
      const pieces = decodeXml(name, chunks, options.encoding ?? 'utf-8');
      let number = 0;
      for await (const line of textLines(name, pieces, mostLine)) {
        number++;
        addLine(texts, name, number, line);
      }
      return texts.finish(options);
    },
  };
}
