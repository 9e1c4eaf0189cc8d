/** A table as people read it on a terminal: pairs side by side, then what stayed alone. */
import type { Table } from '../../../domain.js';
import { confidenceLevel } from '../../../confidence.js';
import { columnLetters } from '../../../text/column-letters.js';
import { checkCodes, sentenceRanges } from '../../../write/records/cell-fields.js';
import type { Cell, OutputRecord } from '../../../write/records/records.js';
import { isRejectedLink, outputRecords, unlinked } from '../../../write/records/records.js';
import { painter, type Paint } from '../../../terminal/paint.js';
import { summaryLines } from './render-summary.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { isRightToLeft } from '../../../text/direction.js';
import { cellWidth } from '../../../terminal/cell-width.js';
import { padCells, truncateText, wrapText } from '../../../terminal/wrap-text.js';

/** Where the rendering goes. */
export interface RenderOptions {
  readonly columns: number;
  readonly color: boolean;
  /** Say of every alignment why it has its mode. */
  readonly verbose?: boolean;
}

/** Text narrower than this is unpleasant to read in columns. */
const narrowest = 24;
/** Lines longer than this are unpleasant to read at all. */
const widest = 160;
/** `  12 1-1  0.93 `: what stands before the texts. */
const gutter = 16;

/** Lines without line ends; the summary comes first and last. */
export function* renderTable(table: Table, options: RenderOptions): Generator<string> {
  const paint = painter(options.color);
  // Two cells are left free: terminals differ in the width of some scripts.
  const width = Math.min(widest, Math.max(40, options.columns - 2));
  const records = [...outputRecords(table)].flatMap((record) =>
    isRejectedLink(record) ? unlinked(record) : [record],
  );
  const pairs = records.filter((record) => filled(record).length > 1);
  const columns = Math.max(...records.map(({ cells }) => cells.length), 2);
  yield* sourceLines(table, width, paint);
  const textWidth = Math.floor((width - gutter - 2 * (columns - 1)) / columns);
  const inColumns = textWidth >= narrowest && !hasRightToLeft(table);
  for (const record of pairs) {
    yield* inColumns ? columnsOf(record, textWidth, paint) : stackOf(record, width, paint);
    yield* checkLines(record, width, paint);
  }
  if (pairs.length > 0) yield '';
  yield* aloneLines(table, records, width, paint);
  yield* summaryLines(table, records, width, paint, options.verbose === true);
}

function filled(record: OutputRecord): Cell[] {
  return record.cells.filter((cell) => cell !== null);
}

/** A terminal that reorders right-to-left text would mix it with its neighbour column. */
function hasRightToLeft(table: Table): boolean {
  return table.streams.some(({ language }) => isRightToLeft(language));
}

function* sourceLines(table: Table, width: number, paint: Paint): Generator<string> {
  const single = table.sources.length === 1;
  for (const [index, source] of table.sources.entries()) {
    const own = table.streams.flatMap((stream, order) =>
      stream.source === index ? [{ stream, order }] : [],
    );
    const counts = own.map(
      ({ stream, order }) =>
        `${single ? `${columnLetters(order)} ` : ''}${stream.language} ${stream.sentences.length}`,
    );
    const text = truncateText(
      `${oneLine(source.name)}  (${counts.join(', ') || 'nothing to align'})`,
      width - 3,
    );
    yield `${paint('bold', single ? ' ' : columnLetters(index))}  ${text}`;
  }
  yield '';
}

const levelStyles = { sure: 'green', fair: 'yellow', doubtful: 'red' } as const;

function head(record: OutputRecord, paint: Paint): string {
  const confidence = record.confidence.toFixed(2);
  const style = levelStyles[confidenceLevel(record.confidence)];
  const moved = record.crossing ? '×' : ' ';
  const type = record.type.length <= 4 ? record.type : '';
  return (
    paint('dim', String(record.id).padStart(4)) +
    ` ${padCells(type, 4)}${paint('cyan', moved)}${paint(style, confidence)}  `
  );
}

function* columnsOf(record: OutputRecord, width: number, paint: Paint): Generator<string> {
  const wrapped = record.cells.map((cell) => (cell ? wrapText(cell.text, width) : []));
  const height = Math.max(...wrapped.map(({ length }) => length));
  for (let line = 0; line < height; line++) {
    const texts = wrapped.map((lines) => padCells(lines[line] ?? '', width));
    const front = line === 0 ? head(record, paint) : ' '.repeat(gutter);
    yield (front + texts.join('  ')).trimEnd();
  }
}

function* stackOf(record: OutputRecord, width: number, paint: Paint): Generator<string> {
  let front = head(record, paint);
  for (const [index, cell] of record.cells.entries()) {
    if (!cell) continue;
    const [first = '', ...rest] = wrapText(cell.text, width - gutter - 2);
    yield `${front}${paint('bold', columnLetters(index))} ${first}`;
    for (const line of rest) yield ' '.repeat(gutter + 2) + line;
    front = ' '.repeat(gutter);
  }
}

function* checkLines(record: OutputRecord, width: number, paint: Paint): Generator<string> {
  if (record.checks.length === 0) return;
  const letters =
    record.cells.length > 2
      ? (stream: number) => columnLetters(record.cells.findIndex((cell) => cell?.stream === stream))
      : undefined;
  for (const line of wrapText(`! ${checkCodes(record.checks, letters)}`, width - gutter))
    yield ' '.repeat(gutter) + paint('yellow', line);
}

function firstNumber(cell: Cell): number {
  return cell.sentences[0]?.number ?? 0;
}

/** Unmatched sentences and noise, source by source, one line each. */
function* aloneLines(
  table: Table,
  records: readonly OutputRecord[],
  width: number,
  paint: Paint,
): Generator<string> {
  const alone = records.flatMap((record) => {
    const [cell, another] = filled(record);
    return cell && !another ? [{ record, cell }] : [];
  });
  for (const [index, source] of table.sources.entries()) {
    const own = alone
      .filter(({ cell }) => cell.source === index)
      .sort((x, y) => firstNumber(x.cell) - firstNumber(y.cell));
    if (own.length === 0) continue;
    yield paint('bold', truncateText(`Only in ${source.name}:`, width));
    for (const { record, cell } of own) {
      const number = sentenceRanges(cell.sentences).padStart(8);
      const why = record.note ? `[${record.note}] ` : '';
      const room = width - cellWidth(number) - 2;
      yield `${paint('dim', number)}  ${paint('dim', truncateText(why + cell.text, room))}`;
    }
    yield '';
  }
}
