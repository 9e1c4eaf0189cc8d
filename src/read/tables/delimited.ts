/** CSV and TSV as texts side by side. */
import { CsvError, parse } from 'csv-parse/sync';
import { CsvError as StreamError, parse as parseStream, type Options } from 'csv-parse';
import { AppError } from '../../errors.js';
import type { DocumentReader } from '../documents/document.js';
import { columnTexts } from './column-texts.js';
import type { TableRow } from './table-row.js';

/** Longest row, in UTF-16 units: without a limit one open quote would take in the whole file. */
const longestRow = 10_000_000;
/** As many as a spreadsheet can have. Counted while reading: what is refused later would fill the memory first. */
const mostRows = 1 << 20;
/** How much of a file shows what separates its columns, in UTF-16 units. */
export const sampleLength = 1 << 16;

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
  const progress = new Progress(name, onRow);
  try {
    parse(text, optionsOf(delimiter, quoted, progress));
  } catch (error) {
    throw progress.explain(error);
  }
}

/**
 * The rows of a table in UTF-8 without a byte order mark, some at a time as its bytes come.
 *
 * @param quoted whether cells may stand in quotes
 * @throws AppError as `readDelimited`
 */
export async function* delimitedRows(
  name: string,
  pieces: AsyncIterable<Uint8Array>,
  delimiter: string,
  quoted: boolean,
): AsyncGenerator<TableRow, void, undefined> {
  let rows: TableRow[] = [];
  const progress = new Progress(name, (row) => void rows.push(row));
  const parser = parseStream(optionsOf(delimiter, quoted, progress));
  let failure: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    parser.on('error', (error: Error) => {
      failure = error;
      resolve();
    });
    parser.once('end', resolve);
  });
  // It has no rows of its own to read, only an end.
  parser.resume();
  for await (const piece of pieces) {
    const isWritten = new Promise((resolve) => void parser.write(piece, resolve));
    await isWritten;
    yield* rows;
    rows = [];
    if (failure) throw progress.explain(failure);
  }
  parser.end();
  await ended;
  yield* rows;
  if (failure) throw progress.explain(failure);
}

const optionsOf = (delimiter: string, quoted: boolean, progress: Progress): Options => ({
  delimiter,
  quote: quoted ? '"' : false,
  relax_column_count: true,
  skip_empty_lines: false,
  max_record_size: longestRow,
  onRecord: (cells: string[], { lines }: { lines: number }) => {
    progress.add(cells, lines);
    return null;
  },
});

/** Counts the rows of a table as they are read. */
class Progress {
  readonly #name: string;
  readonly #onRow: (row: TableRow) => void;
  #count = 0;
  #lines = 0;

  constructor(name: string, onRow: (row: TableRow) => void) {
    this.#name = name;
    this.#onRow = onRow;
  }

  /** @param lines how many have been read. Throws AppError `too-large`. */
  add(cells: readonly string[], lines: number): void {
    this.#lines = lines;
    if (this.#count === mostRows) {
      throw new AppError('too-large', `${this.#name}:${lines}: more than ${mostRows} rows`, {
        hint: 'split it',
      });
    }
    this.#onRow({ row: ++this.#count, cells });
  }

  /** What to throw for an error of the library. */
  explain(error: unknown): unknown {
    if (!(error instanceof CsvError) && !(error instanceof StreamError)) return error;
    // The library names the end of the file, where it noticed.
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const line = isOpen || !('lines' in error) ? this.#lines + 1 : Number(error.lines);
    const reason = isOpen ? 'a quote in this row is never closed' : error.message;
    return new AppError('bad-table', `${this.#name}:${line}: ${reason}`, {
      hint: 'repair the quotes there, or save the table again',
      cause: error,
    });
  }
}

/** What separates the columns: what stands in the most rows outside quotes, equally often in each. */
export function separatorOf(text: string): string {
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
