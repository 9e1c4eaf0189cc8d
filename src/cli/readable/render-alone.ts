/** Lists noise and sentences without a partner, one per line, source by source. */
import type { Table } from '../../domain.js';
import { cellWidth } from '../../terminal/cell-width.js';
import type { Paint } from '../../terminal/paint.js';
import { truncateText } from '../../terminal/wrap-text.js';
import { columnLetters } from '../../text/column-letters.js';
import { sentenceRanges } from '../../write/records/cell-fields.js';
import { filledCells, type OutputRecord } from '../../write/records/records.js';

/** A line of the list: far less than its record, of which a long text has half a million. */
export interface AloneLine {
  /** Index of the source. */
  readonly source: number;
  readonly first: number;
  /** The numbers of its sentences. */
  readonly ranges: string;
  readonly text: string;
}

/** The line of a record; null if it links something. */
export function aloneLine(record: OutputRecord): AloneLine | null {
  const [cell, another] = filledCells(record);
  if (!cell || another) return null;
  const why = record.note ? `[${record.note}] ` : '';
  return {
    source: cell.source,
    first: cell.sentences[0]?.number ?? 0,
    ranges: sentenceRanges(cell.sentences),
    text: why + (cell.plain ?? cell.text),
  };
}

/** For each source, a heading and the sentences that are in no pair, with their numbers (`a51`). */
export function* renderAlone(
  table: Table,
  lines: readonly AloneLine[],
  width: number,
  paint: Paint,
): Generator<string> {
  for (const [index, source] of table.sources.entries()) {
    const own = lines.filter((line) => line.source === index).sort((x, y) => x.first - y.first);
    if (own.length === 0) continue;
    const letter = table.sources.length === 1 ? '' : columnLetters(index);
    yield '';
    const title = `Sentences without a partner in ${source.name}${letter ? ` (${letter})` : ''}`;
    yield paint('bold', truncateText(title, width));
    for (const { ranges, text } of own) {
      const number = `${letter}${ranges}`.padStart(8);
      const room = width - cellWidth(number) - 2;
      yield `${paint('dim', number)}  ${paint('dim', truncateText(text, room))}`;
    }
  }
}
