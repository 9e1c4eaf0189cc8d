/** Lists noise and sentences without a partner, one per line, source by source. */
import type { Table } from '../../domain.js';
import { cellWidth } from '../../terminal/cell-width.js';
import type { Paint } from '../../terminal/paint.js';
import { truncateText } from '../../terminal/wrap-text.js';
import { columnLetters } from '../../text/column-letters.js';
import { sentenceRanges } from '../../write/records/cell-fields.js';
import { filledCells, type Cell, type OutputRecord } from '../../write/records/records.js';

/** For each source, a heading and the sentences that are in no pair, with their numbers (`a51`). */
export function* renderAlone(
  table: Table,
  records: readonly OutputRecord[],
  width: number,
  paint: Paint,
): Generator<string> {
  const alone = records.flatMap((record) => {
    const [cell, another] = filledCells(record);
    return cell && !another ? [{ record, cell }] : [];
  });
  for (const [index, source] of table.sources.entries()) {
    const own = alone
      .filter(({ cell }) => cell.source === index)
      .sort((x, y) => firstNumber(x.cell) - firstNumber(y.cell));
    if (own.length === 0) continue;
    const letter = table.sources.length === 1 ? '' : columnLetters(index);
    yield '';
    const title = `Sentences without a partner in ${source.name}${letter ? ` (${letter})` : ''}`;
    yield paint('bold', truncateText(title, width));
    for (const { record, cell } of own) {
      const number = `${letter}${sentenceRanges(cell.sentences)}`.padStart(8);
      const why = record.note ? `[${record.note}] ` : '';
      const room = width - cellWidth(number) - 2;
      yield `${paint('dim', number)}  ${paint('dim', truncateText(why + (cell.plain ?? cell.text), room))}`;
    }
  }
}

function firstNumber(cell: Cell): number {
  return cell.sentences[0]?.number ?? 0;
}
