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

/** Draws a source's name, a header and the rows, one per line, with control characters visible. */
export function drawListing(
  source: Source,
  header: readonly string[],
  rows: readonly ListingRow[],
  { columns, cut, color }: ListingLayout,
): string {
  const paint = painter(color);
  const widths = header.map((title, column) =>
    rows.reduce(
      (width, { cells }) => Math.max(width, cellWidth(cells[column] ?? '')),
      title.length,
    ),
  );
  const before = widths.reduce((sum, width) => sum + width + 2, 0);
  const room = Math.max(16, columns - before);
  const line = (cells: readonly string[]): string =>
    cells.map((cell, column) => `${padCells(cell, widths[column] ?? 0)}  `).join('');
  const lines = [paint('bold', oneLine(source.name)), paint('dim', `${line(header)}text`)];
  for (const { cells, text, dim } of rows) {
    const whole = `${line(cells)}${cut ? truncateText(text.slice(0, room * unitsPerCell), room) : oneLine(text)}`;
    lines.push(dim ? paint('dim', whole) : whole);
  }
  return `${lines.join('\n')}\n`;
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
