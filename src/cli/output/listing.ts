import type { Source } from '../../domain.js';
import { painter } from '../../terminal/paint.js';
import { oneLine } from '../../terminal/safe-text.js';
import { cellWidth } from '../../terminal/cell-width.js';
import { padCells, truncateText } from '../../terminal/wrap-text.js';

/** One line of a listing: cells before the text, and the text. */
export interface ListingRow {
  readonly cells: readonly string[];
  readonly text: string;
  /** Noise is dimmed. */
  readonly dim: boolean;
}

/** How a listing is drawn. */
export interface ListingLayout {
  readonly columns: number;
  /** Cut the text to the width; files and pipes get all of it. */
  readonly cut: boolean;
  readonly color: boolean;
}

/** More UTF-16 units per cell than any script needs; the rest of a long text is not even measured. */
const unitsPerCell = 64;

/** Text is handed on in pieces of about this many UTF-16 units. */
const pieceLength = 1 << 16;

/**
 * Draws a source's name, a header and the rows, one per line, with control characters visible, in pieces.
 *
 * @param rows asked for twice: first for the widths of their cells
 */
export function* drawListing(
  source: Source,
  header: readonly string[],
  rows: () => Iterable<ListingRow>,
  { columns, cut, color }: ListingLayout,
): Generator<string, void, undefined> {
  const paint = painter(color);
  const widths = header.map((title) => title.length);
  for (const { cells } of rows()) {
    for (let column = 0; column < widths.length; column++) {
      const width = cellWidth(cells[column] ?? '');
      if (width > (widths[column] ?? 0)) widths[column] = width;
    }
  }
  const before = widths.reduce((sum, width) => sum + width + 2, 0);
  const room = Math.max(16, columns - before);
  const line = (cells: readonly string[]): string => {
    let drawn = '';
    for (let column = 0; column < cells.length; column++) {
      drawn += `${padCells(cells[column] ?? '', widths[column] ?? 0)}  `;
    }
    return drawn;
  };
  let piece = `${paint('bold', oneLine(source.name))}\n${paint('dim', `${line(header)}text`)}\n`;
  for (const { cells, text, dim } of rows()) {
    const whole = `${line(cells)}${cut ? truncateText(text.slice(0, room * unitsPerCell), room) : oneLine(text)}`;
    piece += `${dim ? paint('dim', whole) : whole}\n`;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

/** Finds the line numbers (1-based) of ascending offsets in one pass over the text. */
export function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let at = 0;
  return (offset) => {
    for (; at < offset; at++) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line++;
    }
    return line;
  };
}
