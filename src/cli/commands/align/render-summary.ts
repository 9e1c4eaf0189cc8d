/** What a run found, in a few lines: modes and why, counts, what to look at. */
import type { Alignment, Table } from '../../../domain.js';
import { doubtfulConfidence } from '../../../confidence.js';
import { columnLetters } from '../../../text/column-letters.js';
import type { OutputRecord } from '../../../write/records/records.js';
import type { Paint } from '../../../terminal/paint.js';
import { countRecords } from '../../../write/records/counts.js';
import { oneLine } from '../../../terminal/safe-text.js';
import { wrapText } from '../../../terminal/wrap-text.js';

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
  if (table.sources.length === 1) return `${columnLetters(index)} (${stream.language})`;
  const several = table.streams.filter(({ source }) => source === stream.source).length > 1;
  return columnLetters(stream.source) + (several ? ` (${stream.language})` : '');
}

function reasonOf({ reason }: Alignment): string {
  return reason ? `. ${oneLine(reason)}` : '';
}

/** Kinds of beads that are listed one by one; of more kinds, only the sum is said. */
const listedTypes = 8;

/** `48 pairs (46 1-1, 2 1-2), 3 only in a, 1 noise; 2 doubtful, 1 with differences`. */
function countsLine(records: readonly OutputRecord[]): string {
  const { pairs, types, unmatched, noise, doubtful, crossing, differences } = countRecords(records);
  const what = unmatched.length > 2 ? 'row' : 'pair';
  const found = [
    `${pairs} ${what}${pairs === 1 ? '' : 's'}` +
      (types.length > 0 && types.length <= listedTypes
        ? ` (${types.map(([type, count]) => `${count} ${type}`).join(', ')})`
        : ''),
    ...unmatched.flatMap((count, column) =>
      count > 0 ? [`${count} only in ${columnLetters(column)}`] : [],
    ),
    ...(noise > 0 ? [`${noise} noise`] : []),
  ];
  const look = [
    ...(doubtful > 0 ? [`${doubtful} doubtful (confidence under ${doubtfulConfidence})`] : []),
    ...(crossing > 0 ? [`${crossing} out of order (×)`] : []),
    ...(differences > 0 ? [`${differences} with differences (!)`] : []),
  ];
  return found.join(', ') + (look.length > 0 ? `; ${look.join(', ')}` : '');
}
