/** Cells and rows of a worksheet as XML. */
import { AppError } from '../../../errors.js';
import { columnLetters } from '../../../text/column-letters.js';
import { hasIdeograph } from '../../../text/scripts.js';
import { escapeXml } from '../../xml/xml-text.js';
import { styleNumber, type StyleName } from './styles.js';

/** One cell of a sheet; an empty text has none. */
export interface SheetCell {
  readonly value: string | number;
  readonly style: StyleName;
}

/** Excel's limit, in UTF-16 units; it takes a file with more for damaged. */
const longestText = 32_767;

/** What Excel writes as `_x000D_`: what XML can't hold or would change, and an underscore that looks like one. */
const coded = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-f]{4}_)/gi;

/**
 * A row as XML; `number` is from 1.
 *
 * @throws AppError `cell-too-long` for a text that Excel doesn't take
 */
export function rowMarkup(number: number, cells: readonly SheetCell[]): string {
  const lines = Math.max(1, ...cells.map(lineCount));
  // LibreOffice makes no room for wrapped lines by itself; a height that is not `customHeight` still follows the text.
  const height = lines > 1 ? ` ht="${Math.min(tallest, lines * lineHeight)}"` : '';
  let row = `<row r="${number}"${height}>`;
  cells.forEach(({ value, style }, column) => {
    const place = `${lettersOf(column)}${number}`;
    const start = `<c r="${place}" s="${styleNumber(style)}"`;
    if (typeof value === 'number') row += `${start}><v>${value}</v></c>`;
    else if (value !== '')
      row += `${start} t="inlineStr"><is><t xml:space="preserve">${textMarkup(value, place)}</t></is></c>`;
  });
  return `${row}</row>`;
}

/** In points; Excel's limit, and that of a line. */
const [tallest, lineHeight] = [409, 15];

/** Units that a line of a text column holds, on the careful side. */
const lineLength = 50;

/** Lines that a wrapped text takes, roughly; ideographs are twice as wide. */
function lineCount({ value, style }: SheetCell): number {
  if (typeof value === 'number' || (style !== 'text' && style !== 'rightToLeft')) return 1;
  const width = hasIdeograph(value) ? 2 : 1;
  return value
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * width) / lineLength)), 0);
}

const letters: string[] = [];

function lettersOf(column: number): string {
  return (letters[column] ??= columnLetters(column).toUpperCase());
}

function textMarkup(text: string, place: string): string {
  if (text.length > longestText)
    throw new AppError(
      'cell-too-long',
      `cell ${place} would have ${text.length} characters; Excel takes at most ${longestText}`,
      { hint: 'use csv or json' },
    );
  return escapeXml(
    text.replace(
      coded,
      (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    ),
  );
}
