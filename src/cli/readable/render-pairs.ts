/** The pairs of a table, with the texts side by side if there is room, otherwise stacked. */
import { describeQuality } from '../../quality-faults.js';
import { confidenceLevel } from '../../confidence.js';
import type { Table } from '../../domain.js';
import { padCells, truncateText, wrapText } from '../../terminal/wrap-text.js';
import type { Paint } from '../../terminal/paint.js';
import { columnLetters } from '../../text/column-letters.js';
import { isRightToLeft } from '../../text/direction.js';
import { checkCodes } from '../../write/records/cell-fields.js';
import type { OutputRecord } from '../../write/records/records.js';

/** Pairs of less are more likely bad than good. */
const poorQuality = 0.5;
/** Columns narrower than this are unpleasant to read. */
const narrowest = 24;

/** Widths of the columns before the texts: row number, type, confidence. */
interface Gutter {
  readonly number: number;
  readonly type: number;
  readonly whole: number;
}

/** A heading, then the lines of each pair; nothing if there are no pairs. */
export function* renderPairs(
  table: Table,
  pairs: readonly OutputRecord[],
  width: number,
  paint: Paint,
): Generator<string> {
  if (pairs.length === 0) return;
  const gutter = gutterOf(pairs);
  const columns = Math.max(pairs[0]?.cells.length ?? 0, 2);
  const textWidth = Math.floor((width - gutter.whole - 2 * (columns - 1)) / columns);
  const inColumns = textWidth >= narrowest && !hasRightToLeft(table);
  yield '';
  yield headingLine(table, gutter, inColumns ? { columns, textWidth } : null, paint);
  for (const record of pairs) {
    yield* inColumns
      ? columnsOf(record, gutter, textWidth, paint)
      : stackOf(record, gutter, width, paint);
    yield* checkLines(record, gutter, width, paint);
    if (record.quality !== undefined && record.quality < poorQuality) {
      const quality = `quality ${describeQuality(record.quality, record.faults)}`;
      yield* underTexts(quality, gutter, width, (line) => paint('dim', line));
    }
  }
}

function gutterOf(pairs: readonly OutputRecord[]): Gutter {
  let number = 3;
  let type = 4;
  for (const record of pairs) {
    number = Math.max(number, String(record.id).length);
    type = Math.max(type, record.type.length);
  }
  return { number, type, whole: number + 2 + type + 1 + 5 + 2 };
}

/** A terminal that reorders right-to-left text would mix it with the next column. */
function hasRightToLeft(table: Table): boolean {
  return table.streams.some(({ language }) => isRightToLeft(language));
}

function headingLine(
  table: Table,
  gutter: Gutter,
  texts: { readonly columns: number; readonly textWidth: number } | null,
  paint: Paint,
): string {
  const front = `${'row'.padStart(gutter.number)}  ${'type'.padEnd(gutter.type)} ${'conf'.padEnd(5)}  `;
  if (texts === null) return paint('dim', `${front}texts`);
  const { columns, textWidth } = texts;
  const single = table.sources.length === 1;
  const names = Array.from({ length: columns }, (_, index) => {
    const name = single ? '' : (table.sources[index]?.name ?? '');
    return padCells(truncateText(`${columnLetters(index)} ${name}`, textWidth), textWidth);
  });
  return paint('dim', (front + names.join('  ')).trimEnd());
}

const levelStyles = { sure: 'green', fair: 'yellow', doubtful: 'red' } as const;

function head(record: OutputRecord, gutter: Gutter, paint: Paint): string {
  // A row linked by hand has no measured confidence.
  const manual = record.method === 'manual';
  const confidence = manual ? '-'.padEnd(4) : record.confidence.toFixed(2);
  const style = manual ? 'dim' : levelStyles[confidenceLevel(record.confidence)];
  const moved = record.crossing ? '×' : ' ';
  return (
    String(record.id).padStart(gutter.number) +
    `  ${paint('dim', record.type.padEnd(gutter.type))} ` +
    `${paint(style, confidence)}${paint('cyan', moved)}  `
  );
}

function* columnsOf(
  record: OutputRecord,
  gutter: Gutter,
  width: number,
  paint: Paint,
): Generator<string> {
  const wrapped = record.cells.map((cell) =>
    cell ? wrapText(cell.plain ?? cell.text, width) : [],
  );
  const height = Math.max(...wrapped.map(({ length }) => length));
  for (let line = 0; line < height; line++) {
    const texts = wrapped.map((lines) => padCells(lines[line] ?? '', width));
    const front = line === 0 ? head(record, gutter, paint) : ' '.repeat(gutter.whole);
    yield (front + texts.join('  ')).trimEnd();
  }
}

function* stackOf(
  record: OutputRecord,
  gutter: Gutter,
  width: number,
  paint: Paint,
): Generator<string> {
  let front = head(record, gutter, paint);
  for (const [index, cell] of record.cells.entries()) {
    if (!cell) continue;
    const [first = '', ...rest] = wrapText(cell.plain ?? cell.text, width - gutter.whole - 2);
    yield `${front}${paint('bold', columnLetters(index))} ${first}`;
    for (const line of rest) yield ' '.repeat(gutter.whole + 2) + line;
    front = ' '.repeat(gutter.whole);
  }
}

function* checkLines(
  record: OutputRecord,
  gutter: Gutter,
  width: number,
  paint: Paint,
): Generator<string> {
  if (record.checks.length === 0) return;
  const letters =
    record.cells.length > 2
      ? (stream: number) => columnLetters(record.cells.findIndex((cell) => cell?.stream === stream))
      : undefined;
  const codes = `! ${checkCodes(record.checks, letters)}`;
  yield* underTexts(codes, gutter, width, (line) => paint('yellow', line));
}

/** What is said under the texts of a pair, on lines that fit. */
function* underTexts(
  text: string,
  gutter: Gutter,
  width: number,
  painted: (line: string) => string,
): Generator<string> {
  for (const line of wrapText(text, width - gutter.whole))
    yield ' '.repeat(gutter.whole) + painted(line);
}
