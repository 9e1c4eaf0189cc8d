/** What a run found: the sources, how they were aligned, and the counts, one per line. */
import { doubtfulConfidence } from '../../confidence.js';
import type { Alignment, Table } from '../../domain.js';
import type { Paint } from '../../terminal/paint.js';
import { oneLine } from '../../terminal/safe-text.js';
import { truncateText, wrapText } from '../../terminal/wrap-text.js';
import { columnLetters } from '../../text/column-letters.js';
import type { TableCounts } from '../../write/records/counts.js';

/** How the summary is written. */
export interface SummaryOptions {
  readonly width: number;
  readonly paint: Paint;
  /** Give the reason for every alignment. */
  readonly verbose: boolean;
  /** Sentences without a partner are listed below the pairs. */
  readonly all: boolean;
}

/** The summary's lines. */
export function* renderSummary(
  table: Table,
  counts: TableCounts,
  { width, paint, verbose, all }: SummaryOptions,
): Generator<string> {
  yield* sourceLines(table, width, paint);
  for (const text of modeTexts(table, verbose))
    for (const line of wrapText(text, width)) yield line;
  yield '';
  for (const [index, text] of countTexts(counts, all).entries())
    for (const line of wrapText(text, width)) yield index === 0 ? paint('bold', line) : line;
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
      `${oneLine(source.name)} (${counts.join(', ') || 'nothing to align'})`,
      width - 3,
    );
    yield `${paint('bold', single ? ' ' : columnLetters(index))}  ${text}`;
  }
  if (table.alignments.length > 0) yield '';
}

/** Up to this many alignments are explained one by one. */
const explained = 3;

/** Each alignment with its mode and the reason; if there are many, only their names by mode. */
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

/** `b (es)` if the source has several streams, otherwise `b`. */
function streamName(table: Table, index: number): string {
  const stream = table.streams[index];
  if (!stream) return '?';
  if (table.sources.length === 1) return `${columnLetters(index)} (${stream.language})`;
  const several = table.streams.filter(({ source }) => source === stream.source).length > 1;
  return columnLetters(stream.source) + (several ? ` (${stream.language})` : '');
}

function reasonOf({ reason }: Alignment): string {
  return reason ? `. ${oneLine(reason)}` : '';
}

/** With more types of pairs than this, only the total is given. */
const listedTypes = 8;

function countTexts(counts: TableCounts, all: boolean): string[] {
  const { types, unmatched, noise, doubtful, crossing, differences } = counts;
  const listed = types.length > 0 && types.length <= listedTypes;
  const alone = unmatched.flatMap((count, column) =>
    count > 0 ? [`${count} in ${columnLetters(column)}`] : [],
  );
  const fold = all ? '' : ' (--all lists them)';
  return [
    pairCount(counts) +
      (listed ? `: ${types.map(([type, count]) => `${count} ${type}`).join(', ')}` : ''),
    ...(alone.length > 0 ? [`without a partner: ${alone.join(', ')}${fold}`] : []),
    ...(noise > 0
      ? [`noise, left out of the alignment: ${noise}${alone.length > 0 ? '' : fold}`]
      : []),
    ...(doubtful > 0 ? [`doubtful (confidence below ${doubtfulConfidence}): ${doubtful}`] : []),
    ...(crossing > 0 ? [`out of order (×): ${crossing}`] : []),
    ...(differences > 0 ? [`with differences (!): ${differences}`] : []),
  ];
}

/** `50 pairs`, or `50 rows` if there are more than two columns. */
export function pairCount({ pairs, unmatched }: TableCounts): string {
  const what = unmatched.length > 2 ? 'row' : 'pair';
  return `${pairs} ${what}${pairs === 1 ? '' : 's'}`;
}

/** `50 pairs, 2 unmatched, 3 noise`: for one line. */
export function shortCounts(counts: TableCounts): string {
  const alone = counts.unmatched.reduce((sum, count) => sum + count, 0);
  const noise = counts.noise > 0 ? `, ${counts.noise} noise` : '';
  return `${pairCount(counts)}, ${alone} unmatched${noise}`;
}
