/** Texts from outside as unstyled lines of a terminal: wrapped, cut, padded; made safe on the way. */
import { cellWidth } from './cell-width.js';
import { lineText, plain, truncateLine } from './line.js';
import { oneLine } from './safe-text.js';
import { wrapLine } from './wrap-line.js';

/** A text as lines of at most `width` cells, broken between words; at least one line. Linear. */
export function wrapText(text: string, width: number): string[] {
  return wrapLine([plain(oneLine(text))], width, 'words').map(lineText);
}

/** At most `width` cells of a text on one line, `…` at the end where something was cut off. */
export function truncateText(text: string, width: number): string {
  return lineText(truncateLine([plain(oneLine(text))], width));
}

/** A text that is safe already, filled up with blanks to `width` cells. */
export function padCells(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellWidth(text)));
}
