/** Excel workbooks as texts side by side. */
import { streamXlsxRows } from 'hucre/xlsx';
import { AppError } from '../../errors.js';
import { openArchive } from '../archive/archive.js';
import type { DocumentReader } from '../documents/document.js';
import { parseXml } from '../xml/parse-xml.js';
import { chooseColumns } from './choose-columns.js';
import { columnTexts } from './column-texts.js';
import type { TableRow } from './table-row.js';

/** Most bytes of a workbook once unpacked; the library that reads it has no limit of its own. */
const mostUnpacked = 512 << 20;
/** Most of the part that is held in memory: the texts of the cells. */
const mostShared = 192 << 20;
const sharedStrings = 'xl/sharedStrings.xml';
/** Columns of a sheet as Excel has them; emptiness behind the last filled cell is not read. */
const mostCells = 16_384;
/**
 * Most cells of a sheet, empty ones before the last of a row included: the library makes them all, so that a small file with
 * a cell at the end of each row would take hours. More cells with text than this don't fit into `mostUnpacked`.
 */
const mostPlaces = 1 << 25;

/** Reads the sheets of an Excel workbook, one below the other. */
export const xlsxReader: DocumentReader = {
  takes: 'bytes',
  textIs: 'extracted',
  read: async (name, bytes, options) => {
    const { rows, notices: noticesOf } = await workbookTable(name, bytes, options.columns);
    const found = await columnTexts(name, rows, options);
    const notices = noticesOf();
    if (notices.length === 0) return found;
    const [first, ...others] = found.texts;
    if (!first) return found;
    return {
      ...found,
      texts: [{ ...first, notices: [...notices, ...(first.notices ?? [])] }, ...others],
    };
  },
};

/** The rows of a workbook with the columns that are named, or two of texts. */
export interface WorkbookTable {
  readonly rows: AsyncIterable<TableRow>;
  /** What was odd, once all rows are read. */
  notices(): string[];
}

/** Opens the table in a workbook. Throws AppError as the reader. */
export async function workbookTable(
  name: string,
  bytes: Uint8Array,
  columns: readonly string[] | undefined,
): Promise<WorkbookTable> {
  const { sheets, emptyFormulas } = await inspect(name, bytes);
  const skipped: string[] = [];
  return {
    rows: rowsWithColumns(name, bytes, sheets, columns, skipped),
    notices: () => [...skipped.map(skippedNotice), ...formulaNotices(emptyFormulas)],
  };
}

const skippedNotice = (sheet: string): string =>
  `the sheet "${sheet}" was not read: it does not have these columns`;

function formulaNotices(count: number): string[] {
  if (count === 0) return [];
  const cells = count === 1 ? 'a cell with a formula is' : `${count} cells with formulas are`;
  return [
    `${cells} empty, because the program that wrote the file did not compute the result: open it in a spreadsheet program and save it again`,
  ];
}

/** Rows of a sheet that show whether it has the columns. */
const sampleSize = 200;

/**
 * The rows from the first sheet on that has the columns: those that are named, else two or more of texts. If
 * none has them, those of all sheets, so that what is missing is said of the first.
 */
async function* rowsWithColumns(
  name: string,
  bytes: Uint8Array,
  sheets: readonly string[],
  named: readonly string[] | undefined,
  skipped: string[],
): AsyncGenerator<TableRow, void, undefined> {
  const before: string[] = [];
  for (let index = 0; sheets.length > 1 && index < sheets.length; index++) {
    const rows = sheetRows(name, bytes, sheets, index);
    const sample: TableRow[] = [];
    let isOver = false;
    while (!isOver && sample.length < sampleSize) {
      const next = await rows.next();
      if (next.done === true) isOver = true;
      else sample.push(next.value);
    }
    if (!hasColumns(name, sample, named)) {
      await rows.return();
      if (sample.length > 0) before.push(sheets[index] ?? '');
      continue;
    }
    skipped.push(...before);
    yield* sample;
    yield* rows;
    for (let later = index + 1; later < sheets.length; later++)
      yield* sheetRows(name, bytes, sheets, later);
    return;
  }
  yield* workbookRows(name, bytes, sheets);
}

function hasColumns(
  name: string,
  sample: readonly TableRow[],
  named: readonly string[] | undefined,
): boolean {
  try {
    const { columns } = chooseColumns(
      name,
      sample.map(({ cells }) => cells),
      named,
    );
    return named !== undefined || columns.length > 1;
  } catch (error) {
    if (error instanceof AppError && error.code === 'unclear-columns') return false;
    throw error;
  }
}

/**
 * The rows of all sheets; undefined for an archive that is no workbook. Throws as the reader.
 *
 * @param most how many cells the rows of a sheet may have
 */
export async function openWorkbook(
  name: string,
  bytes: Uint8Array,
  most = mostPlaces,
): Promise<AsyncIterable<TableRow> | undefined> {
  const { names } = await openArchive(name, bytes, mostUnpacked);
  if (!names.includes('xl/workbook.xml')) return undefined;
  const { sheets } = await inspect(name, bytes);
  return workbookRows(name, bytes, sheets, most);
}

/** What is known of a workbook before its cells are read. */
interface Inspection {
  /** By name, in order. */
  readonly sheets: readonly string[];
  /** How many formulas have no result. */
  readonly emptyFormulas: number;
}

/** A formula whose cell ends without a value. */
const emptyFormula =
  /(?:<\/(?:\w+:)?f>|<(?:\w+:)?f\b[^<>]*\/>)\s*(?:<(?:\w+:)?v\s*\/>|<(?:\w+:)?v><\/(?:\w+:)?v>)?\s*<\/(?:\w+:)?c>/g;
/** Longer than what such a cell ends in. */
const overlap = 400;

/** Counts whatever the workbook unpacks to, and looks for formulas without a result. */
async function inspect(name: string, bytes: Uint8Array): Promise<Inspection> {
  const archive = await openArchive(name, bytes, mostUnpacked);
  const names: string[] = [];
  let emptyFormulas = 0;
  await parseXml(name, archive.stream('xl/workbook.xml'), {
    open: ({ local, attributes }) => {
      if (local === 'sheet') names.push(attributes['name'] ?? `Sheet${names.length + 1}`);
    },
  });
  for (const path of archive.names) {
    if (!path.endsWith('.xml') || path === 'xl/workbook.xml') continue;
    let size = 0;
    let rest = '';
    for await (const chunk of archive.stream(path)) {
      size += chunk.length;
      if (path.startsWith('xl/worksheets/')) {
        const text = rest + Buffer.from(chunk).toString('latin1');
        let end = 0;
        for (const found of text.matchAll(emptyFormula)) {
          emptyFormulas++;
          end = found.index + found[0].length;
        }
        rest = text.slice(Math.max(end, text.length - overlap));
      }
      if (path === sharedStrings && size > mostShared)
        throw new AppError('too-large', `${name}: contains more than ${mostShared} bytes of text`, {
          hint: 'split it',
        });
    }
  }
  return { sheets: names, emptyFormulas };
}

async function* workbookRows(
  name: string,
  bytes: Uint8Array,
  sheets: readonly string[],
  most = mostPlaces,
): AsyncGenerator<TableRow, void, undefined> {
  for (const index of sheets.keys()) yield* sheetRows(name, bytes, sheets, index, most);
}

async function* sheetRows(
  name: string,
  bytes: Uint8Array,
  sheets: readonly string[],
  index: number,
  most = mostPlaces,
): AsyncGenerator<TableRow, void, undefined> {
  const sheet = sheets[index] ?? '';
  let places = 0;
  try {
    for await (const { index: row, values } of streamXlsxRows(bytes, { sheet: index })) {
      places += values.length;
      if (places > most)
        throw new AppError(
          'too-large',
          `${name}: the rows of the sheet "${sheet}" have more than ${most} cells, most of them empty`,
          { hint: 'delete what stands far to the right' },
        );
      const cells = values.slice(0, mostCells).map(cellText);
      yield { row: row + 1, cells, ...(sheets.length > 1 && { sheet }) };
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError(
      'unreadable-document',
      `${name}: the sheet "${sheet}" cannot be read (${reason})`,
      { hint: 'save the workbook again', cause: error },
    );
  }
}

function cellText(value: string | number | boolean | Date | null): string {
  if (value === null) return '';
  return value instanceof Date
    ? value.toISOString().replace(/T00:00:00\.000Z$/, '')
    : String(value);
}
