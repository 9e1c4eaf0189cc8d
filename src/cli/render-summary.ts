/** What a run found, in a few lines: modes and why, counts, what to look at. */
import type { Alignment, Table } from '../domain.js';
import { columnLetter } from '../write/cell-fields.js';
import type { OutputRecord } from '../write/records.js';
import type { Paint } from './paint.js';
import { oneLine } from './terminal-text.js';
import { wrapText } from './wrap-text.js';

/** Rows with less confidence than this are worth a look. */
const doubtful = 0.5;

/** The summary's lines. */
export function* summaryLines(
  table: Table,
  records: readonly OutputRecord[],
  width: number,
  paint: Paint,
  verbose: boolean,
): Generator<string> {
  for (const text of modeTexts(table, verbose))
    for (const line of wrapText(text, width)) yield paint('dim', line);
  for (const line of wrapText(countsLine(records), width)) yield paint('bold', line);
}

/** Up to this many alignments are explained one by one. */
const explained = 3;

/** Each alignment with its mode and why; where there are many, only which have which mode. */
function modeTexts(table: Table, verbose: boolean): string[] {
  const { alignments } = table;
  const name = ({ a, b }: Alignment): string => `${streamName(table, a)}-${streamName(table, b)}`;
  if (verbose || alignments.length <= explained)
    return alignments.map(
      (alignment) => `${name(alignment)}: ${alignment.mode}${reasonOf(alignment)}`,
    );
  const modes = [...new Set(alignments.map(({ mode }) => mode))].sort().reverse();
  return modes.map((mode) => {
    const own = alignments.filter((alignment) => alignment.mode === mode);
    return `${mode}: ${own.map(name).join(', ')} (-v says why)`;
  });
}

/** `b (es)` when the source has several streams, else `b`. */
function streamName(table: Table, index: number): string {
  const stream = table.streams[index];
  if (!stream) return '?';
  if (table.sources.length === 1) return `${columnLetter(index)} (${stream.language})`;
  const several = table.streams.filter(({ source }) => source === stream.source).length > 1;
  return columnLetter(stream.source) + (several ? ` (${stream.language})` : '');
}

function reasonOf({ reason }: Alignment): string {
  return reason ? `; ${oneLine(reason).replace(/\.$/, '')}` : '';
}

/** `48 pairs (46 1-1, 2 1-2), 3 only in a, 1 noise; 2 doubtful, 1 with differences`. */
export function countsLine(records: readonly OutputRecord[]): string {
  const pairs = records.filter(({ cells }) => cells.filter((cell) => cell !== null).length > 1);
  const types = tally(pairs.map(({ type }) => type));
  const noise = records.filter(({ method }) => method === 'noise').length;
  const alone = tally(
    records.flatMap(({ cells, method }) => {
      const column = cells.findIndex((cell) => cell !== null);
      const single = cells.filter((cell) => cell !== null).length === 1;
      return single && method !== 'noise' ? [columnLetter(column)] : [];
    }),
  );
  const what = records[0]?.cells.length === 2 ? 'pair' : 'row';
  const found = [
    `${pairs.length} ${what}${pairs.length === 1 ? '' : 's'}` +
      (types.length > 0 && types.length <= 8
        ? ` (${types.map(([type, count]) => `${count} ${type}`).join(', ')})`
        : ''),
    ...alone
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([column, count]) => `${count} only in ${column}`),
    ...(noise > 0 ? [`${noise} noise`] : []),
  ];
  const doubts = pairs.filter(({ confidence }) => confidence < doubtful).length;
  const moved = pairs.filter(({ crossing }) => crossing).length;
  const differing = pairs.filter(({ checks }) => checks.length > 0).length;
  const look = [
    ...(doubts > 0 ? [`${doubts} doubtful (confidence under ${doubtful})`] : []),
    ...(moved > 0 ? [`${moved} out of order (×)`] : []),
    ...(differing > 0 ? [`${differing} with differences (!)`] : []),
  ];
  return found.join(', ') + (look.length > 0 ? `; ${look.join(', ')}` : '');
}

/** How often each value occurs, most often first. */
function tally(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1));
}
