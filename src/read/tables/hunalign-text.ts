import { AppError } from '../../errors.js';
import { lineReader } from './line-reader.js';
import type { LinkedTexts, UnitBlock } from './linked-texts.js';

/** What hunalign puts between sentences of one side, and for the end of a paragraph. */
const joint = ' ~~~ ';
const paragraphMark = '<p>';
/** Longest line, in UTF-16 units. */
const mostLine = 1 << 20;

/**
 * Reads what hunalign writes with `-text`: a link a line, its two sides and a score between tabs. Each
 * sentence of a side is a block.
 */
export const hunalignReader = lineReader(mostLine, addLine);

function addLine(texts: LinkedTexts, name: string, number: number, line: string): void {
  if (line === '') return;
  const [a, b, score, ...more] = line.split('\t');
  if (a === undefined || b === undefined || more.length > 0 || !isScore(score))
    throw new AppError(
      'unreadable-document',
      `${name}:${number}: not two texts and a score with tabs between them`,
      { hint: 'run hunalign with "-text"' },
    );
  const add = (part: string, side: string): UnitBlock[] =>
    side.split(joint).flatMap((sentence) => {
      if (sentence.trim() === paragraphMark) return [];
      const block = texts.addBlock(`line ${number}`, { language: { part }, text: sentence });
      return block ? [block] : [];
    });
  texts.link([...add('a', a), ...add('b', b)]);
}

const isScore = (field: string | undefined): boolean =>
  field === undefined || /^\s*-?[\d.]+(?:e[-+]?\d+)?\s*$/i.test(field);
