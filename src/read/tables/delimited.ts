/** CSV and TSV as texts side by side. */
import { CsvError, parse } from 'csv-parse/sync';
import { AppError } from '../../errors.js';
import type { DocumentReader } from '../documents/document.js';
import { columnTexts } from './column-texts.js';
import type { TableRow } from './table-row.js';

/** Longest row, in UTF-16 units: without a limit one open quote would take in the whole file. */
const longestRow = 10_000_000;
/** As many as a spreadsheet can have. Counted while reading: what is refused later would fill the memory first. */
const mostRows = 1 << 20;
/** How much of a file shows what separates its columns. */
const sampleLength = 1 << 16;

/** Reads CSV: columns separated by commas, semicolons, tabs or bars, quoted as RFC 4180 says. */
export const csvReader: DocumentReader = {
  takes: 'text',
  textIs: 'extracted',
  read: (name, text, options) => columnTexts(name, readCsv(name, text), options),
};

/** Reads TSV, with quotes as Excel writes them or without any. */
export const tsvReader: DocumentReader = {
  takes: 'text',
  textIs: 'extracted',
  read: (name, text, options) => columnTexts(name, readTsv(name, text), options),
};

/** The rows of a CSV file. Throws AppError `bad-table` with the line that is wrong. */
export function readCsv(name: string, text: string): TableRow[] {
  return parseRows(name, text, separatorOf(text), true);
}

/** The rows of a TSV file; a quote that is none of Excel's is text like any other. */
export function readTsv(name: string, text: string): TableRow[] {
  if (!/(?:^|[\t\r\n])"/.test(text)) return parseRows(name, text, '\t', false);
  try {
    return parseRows(name, text, '\t', true);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return parseRows(name, text, '\t', false);
  }
}

function parseRows(name: string, text: string, delimiter: string, quoted: boolean): TableRow[] {
  const rows: TableRow[] = [];
  readDelimited(name, text, delimiter, quoted, (row) => rows.push(row));
  return rows;
}

/**
 * Reads a table whose separator is known, row by row.
 *
 * @param quoted whether cells may stand in quotes
 * @throws AppError `bad-table` with the line that is wrong, `too-large`
 */
export function readDelimited(
  name: string,
  text: string,
  delimiter: string,
  quoted: boolean,
  onRow: (row: TableRow) => void,
): void {
  let count = 0;
  let read = 0;
  try {
    parse(text, {
      delimiter,
      quote: quoted ? '"' : false,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: longestRow,
      onRecord: (cells: string[], { lines }) => {
        read = lines;
        if (count === mostRows) {
          throw new AppError('too-large', `${name}:${lines}: more than ${mostRows} rows`, {
            hint: 'split it',
          });
        }
        onRow({ row: ++count, cells });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The library names the end of the file, where it noticed.
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const line = isOpen || !('lines' in error) ? read + 1 : Number(error.lines);
    const reason = isOpen ? 'a quote in this row is never closed' : error.message;
    throw new AppError('bad-table', `${name}:${line}: ${reason}`, {
      hint: 'repair the quotes there, or save the table again',
      cause: error,
    });
  }
}

/** What separates the columns: what stands in the most rows outside quotes, equally often in each. */
function separatorOf(text: string): string {
  const lines = text
    .slice(0, sampleLength)
    .replace(/"(?:[^"]|"")*"/g, '')
    .split(/\r\n|[\n\r]/)
    .filter((line) => line !== '')
    .slice(0, 100);
  if (text.length > sampleLength) lines.pop();
  let best = ',';
  let most = 0;
  for (const separator of [',', ';', '\t', '|']) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const usual = counts.toSorted((x, y) => x - y)[counts.length >> 1] ?? 0;
    if (usual === 0) continue;
    const share = counts.filter((count) => count === usual).length / counts.length;
    // Commas inside texts make their numbers vary.
    const weight = share + (separator === '\t' ? 0.1 : 0) + (separator === ',' ? -0.01 : 0);
    if (weight > most) [best, most] = [separator, weight];
  }
  return best;
}
