/** Excel workbooks as texts side by side. */
import { streamXlsxRows } from 'hucre/xlsx';
import { AppError } from '../../errors.js';
import { openArchive } from '../archive/archive.js';
import type { DocumentReader } from '../documents/document.js';
import { parseXml } from '../xml/parse-xml.js';
import { columnTexts } from './column-texts.js';
import type { TableRow } from './table-row.js';

/** Most bytes of a workbook once unpacked; the library that reads it has no limit of its own. */
const mostUnpacked = 512 << 20;
/** Most of the part that is held in memory: the texts of the cells. */
const mostShared = 192 << 20;
const sharedStrings = 'xl/sharedStrings.xml';
/** Columns of a sheet as Excel has them; emptiness behind the last filled cell is not read. */
const mostCells = 16_384;

/** Reads the sheets of an Excel workbook, one below the other. */
export const xlsxReader: DocumentReader = {
  takes: 'bytes',
  textIs: 'extracted',
  read: async (name, bytes, options) => {
    const sheets = await sheetNames(name, bytes);
    return columnTexts(name, workbookRows(name, bytes, sheets), options);
  },
};

/** The rows of all sheets; undefined for an archive that is no workbook. Throws as the reader. */
export async function openWorkbook(
  name: string,
  bytes: Uint8Array,
): Promise<AsyncIterable<TableRow> | undefined> {
  const { names } = await openArchive(name, bytes, mostUnpacked);
  if (!names.includes('xl/workbook.xml')) return undefined;
  return workbookRows(name, bytes, await sheetNames(name, bytes));
}

/** The sheets by name, in order; whatever the workbook unpacks to has been counted. */
async function sheetNames(name: string, bytes: Uint8Array): Promise<string[]> {
  const archive = await openArchive(name, bytes, mostUnpacked);
  const names: string[] = [];
  await parseXml(name, archive.stream('xl/workbook.xml'), {
    open: ({ local, attributes }) => {
      if (local === 'sheet') names.push(attributes['name'] ?? `Sheet${names.length + 1}`);
    },
  });
  for (const path of archive.names) {
    if (!path.endsWith('.xml') || path === 'xl/workbook.xml') continue;
    let size = 0;
    for await (const chunk of archive.stream(path)) {
      size += chunk.length;
      if (path === sharedStrings && size > mostShared)
        throw new AppError('too-large', `${name}: contains more than ${mostShared} bytes of text`, {
          hint: 'split it',
        });
    }
  }
  return names;
}

async function* workbookRows(
  name: string,
  bytes: Uint8Array,
  sheets: readonly string[],
): AsyncGenerator<TableRow, void, undefined> {
  for (const [index, sheet] of sheets.entries()) {
    try {
      for await (const { index: row, values } of streamXlsxRows(bytes, { sheet: index })) {
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
}

function cellText(value: string | number | boolean | Date | null): string {
  if (value === null) return '';
  return value instanceof Date
    ? value.toISOString().replace(/T00:00:00\.000Z$/, '')
    : String(value);
}
