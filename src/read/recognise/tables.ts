/** Recognises tables of texts by how they begin. Prose must not be taken for one: in doubt it is none. */
import { headText } from '../decode/head-text.js';
import { namesTexts } from '../tables/choose-columns.js';

/** What a table may be in. */
export type TableFormat = 'csv' | 'tsv' | 'jsonl';

/** First rows that are looked at. */
const mostRows = 50;
/** Without a header, so many rows show that tabs are between columns. */
const leastRows = 3;
/** How an object begins whose line goes on behind the first bytes. */
const longRecord = /^\{\s*"(?:text|translation|source|[a-z]{2}(?:-[A-Za-z]{2,4})?)"\s*:\s*["{]/;
/** A longer cell is no name of a column. */
const longestName = 40;

/**
 * The format of a table by its first bytes; undefined if they show none. A table begins with a row of names
 * of which two are languages or `source` and `target`, and goes on with rows as wide; or it has
 * two texts in every line with a tab between them, or quotes around every cell; or its lines are JSON objects.
 *
 * @param isWhole whether the bytes are all of the file
 */
export function tableFormatOf(head: Uint8Array, isWhole: boolean): TableFormat | undefined {
  const text = headText(head);
  const lines = text.split(/\r\n|\n|\r/, mostRows + 1);
  // The last line may go on behind the first bytes.
  if (!isWhole || lines.at(-1) === '' || lines.length > mostRows) lines.pop();
  if (text.startsWith('{'))
    return isJsonLines(lines) || (lines.length === 0 && longRecord.test(text))
      ? 'jsonl'
      : undefined;
  const [first = ''] = lines;
  for (const separator of ['\t', ',', ';'])
    if (first.includes(separator) && isTable(lines, separator))
      return separator === '\t' ? 'tsv' : 'csv';
  return undefined;
}

function isJsonLines(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.length > 1 && filled.every(isTextRecord);
}

/** Whether a line is an object in which something is text. */
function isTextRecord(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const fields = Object.entries(value) as [string, unknown][];
    return fields.some(
      ([key, field]) => typeof field === 'string' || (key === 'translation' && field !== null),
    );
  } catch {
    return false;
  }
}

function isTable(lines: readonly string[], separator: string): boolean {
  const rows = rowsOf(lines, separator);
  const [header = [], ...body] = rows;
  const isEven = rows.every(({ length }) => length === header.length);
  if (!isEven || header.length < 2) return false;
  const names = header.map((cell) => unquoted(cell).trim());
  const areNames = names.every((cell) => cell !== '' && cell.length <= longestName);
  if (areNames && body.length > 0 && namesTexts(names)) return true;
  if (separator !== '\t') return rows.length > 1 && rows.every((cells) => cells.every(isQuoted));
  const texts = header.filter((_, column) => rows.every((cells) => isText(cells[column] ?? '')));
  return rows.length >= leastRows && texts.length === 2;
}

/** The cells of all rows. A cell in quotes may have separators and line breaks in it. */
function rowsOf(lines: readonly string[], separator: string): string[][] {
  const rows: string[][] = [];
  let open: string | undefined;
  for (const line of lines) {
    const record = open === undefined ? line : `${open}\n${line}`;
    open = isClosed(record) ? undefined : record;
    if (open === undefined && record.trim() !== '') rows.push(cellsOf(record, separator));
  }
  return rows;
}

const isClosed = (record: string): boolean => record.split('"').length % 2 === 1;

function cellsOf(record: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  for (const part of record.split(separator)) {
    cell = cell === '' ? part : `${cell}${separator}${part}`;
    // Only quotes at its beginning make a cell go on.
    if (cell.startsWith('"') && !isClosed(cell)) continue;
    cells.push(cell);
    cell = '';
  }
  return cell === '' ? cells : [...cells, cell];
}

const isQuoted = (cell: string): boolean => /^"(?:[^"]|"")*"$/.test(cell.trim());

const unquoted = (cell: string): string => (isQuoted(cell) ? cell.trim().slice(1, -1) : cell);

const isText = (cell: string): boolean => /\p{L}\p{M}*\p{L}/u.test(cell);
