import { AppError } from '../../errors.js';
import { columnLetters } from '../../text/column-letters.js';
import { lineReader } from './line-reader.js';

/** Longest line, in UTF-16 units. */
const mostLine = 16 << 20;
/** More columns than this are no texts side by side. */
const mostColumns = 50;

/**
 * Reads lines of corresponding texts with tabs between them and nothing else: no header, no quotes. So
 * concordancers and corpora of machine translation have them.
 */
export const tabbedLinesReader = lineReader(mostLine, (texts, name, number, line) => {
  const cells = line.split('\t', mostColumns + 1);
  if (cells.length > mostColumns)
    throw new AppError('too-large', `${name}:${number}: more than ${mostColumns} columns`);
  texts.add(
    `line ${number}`,
    cells.map((text, index) => ({ language: { part: columnLetters(index) }, text })),
  );
});
