/** The rows of a file that paralign wrote, some at a time: the file is never held. */
import type { ReadRow } from './draft-rows.js';
import type { RowFormat } from './read-written.js';
import { scanRows } from './scan-table.js';
import { ColumnReader, hasOwnColumns } from './written-columns.js';
import { readOwnJsonLine } from './written-json.js';

/** Longest row, in UTF-16 units: without a limit one open quote would take in the whole file. */
const longestRow = 10_000_000;

/**
 * Reads rows from the pieces of a file in UTF-8.
 *
 * @param quoted whether cells may stand in quotes
 * @throws what reading the rows throws, TypeError for another encoding, RangeError for a row without an end,
 *   SyntaxError for a table that a parser has to read
 */
export async function* streamOwnRows(
  name: string,
  { name: format, delimiter }: RowFormat,
  pieces: AsyncIterable<Uint8Array>,
  quoted = format === 'csv',
): AsyncGenerator<readonly ReadRow[], void, undefined> {
  let header: ColumnReader | undefined;
  let line = 0;
  for await (const text of wholeRows(pieces, quoted)) {
    const rows: ReadRow[] = [];
    if (format === 'jsonl') {
      for (const content of text.split('\n')) {
        line++;
        if (content.trim() !== '') rows.push(readOwnJsonLine(name, content, line));
      }
      line--;
    } else
      scanRows(text, delimiter, quoted, (cells) => {
        if (header) rows.push(header.read(cells));
        else if (hasOwnColumns(cells)) header = new ColumnReader(cells);
      });
    yield rows;
  }
}

/** The text of a file in stretches of whole rows. */
async function* wholeRows(
  pieces: AsyncIterable<Uint8Array>,
  quoted: boolean,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const piece of pieces) {
    rest += decoder.decode(piece, { stream: true });
    const end = lastBreak(rest, quoted) + 1;
    if (end > 0) {
      yield rest.slice(0, end);
      rest = rest.slice(end);
    }
    if (rest.length > longestRow) throw new RangeError('a row has no end');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** Where the last line break outside quotes is; -1 if there is none. */
function lastBreak(text: string, quoted: boolean): number {
  if (!quoted) return text.lastIndexOf('\n');
  let last = -1;
  for (let at = 0; at < text.length;) {
    const opening = text.indexOf('"', at);
    const end = opening < 0 ? text.length : opening;
    const found = end === 0 ? -1 : text.lastIndexOf('\n', end - 1);
    if (found >= at) last = found;
    if (opening < 0) break;
    const closing = text.indexOf('"', opening + 1);
    if (closing < 0) break;
    at = closing + 1;
  }
  return last;
}
