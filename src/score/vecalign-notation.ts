import { AppError } from '../errors.js';

/**
 * A bead (alignment link) by its 0-based sentence numbers, as written (the scorer depends on the
 * order).
 */
export interface NumberedBead {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

const side = String.raw`\[\s*((?:\d+\s*(?:,\s*\d+\s*)*,?\s*)?)\]`;
const beadLine = new RegExp(String.raw`^\s*${side}\s*:\s*${side}\s*(?::.*)?$`);

/**
 * Reads `[0, 1]:[2]:0.83`, one bead per line; the part after the second colon and empty lines are
 * ignored.
 *
 * @throws AppError `bad-alignment` with the line's number (exit 65)
 */
export function parseVecalign(name: string, text: string): NumberedBead[] {
  const beads: NumberedBead[] = [];
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .forEach((line, index) => {
      if (line.trim() === '') return;
      const found = beadLine.exec(line);
      if (!found)
        throw new AppError(
          'bad-alignment',
          `${name}:${index + 1}: "${line.slice(0, 60)}" is not a link`,
          { hint: 'write links as in the vecalign format: [0, 1]:[2]' },
        );
      beads.push({ a: numbers(found[1]), b: numbers(found[2]) });
    });
  return beads;
}

function numbers(list: string | undefined): number[] {
  return (list ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(Number);
}
