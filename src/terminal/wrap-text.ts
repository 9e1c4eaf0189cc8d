/** Turns outside text into unstyled terminal lines: wrapped, cut or padded, and made safe. */
import { cellWidth, isNarrow } from './cell-width.js';
import { lineText, plain, truncateLine } from './line.js';
import { oneLine } from './safe-text.js';
import { wrapLine } from './wrap-line.js';

/** Wraps a text to lines of at most `width` cells, broken between words; at least one line. Linear. */
export function wrapText(text: string, width: number): string[] {
  return wrapLine([plain(oneLine(text))], width, 'words').map(lineText);
}

/** At most `width` cells of a text on one line, ending in `…` if something was cut off. */
export function truncateText(text: string, width: number): string {
  const line = oneLine(text);
  if (width > 0 && isNarrow(line)) {
    return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
  }
  return lineText(truncateLine([plain(line)], width));
}

/** Pads a text that is already safe with spaces to `width` cells. */
export function padCells(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellWidth(text)));
}
