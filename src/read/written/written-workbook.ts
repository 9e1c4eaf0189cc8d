/** The xlsx that paralign writes: rows on sheets with its columns, and a sheet of sources. */
import { openWorkbook } from '../tables/workbook.js';
import { ColumnRows, hasOwnColumns } from './written-columns.js';
import type { WrittenSource, WrittenTable } from './written-table.js';

/**
 * Reads the sheets that have paralign's columns, one below the other.
 *
 * @returns undefined for an archive that is no workbook, and a workbook without such sheets
 * @throws AppError `unreadable-document`, `too-large`
 */
export async function readOwnWorkbook(
  name: string,
  bytes: Uint8Array,
): Promise<WrittenTable | undefined> {
  const rows = await openWorkbook(name, bytes);
  if (!rows) return undefined;
  let own: ColumnRows | undefined;
  let sheet: string | undefined;
  let isOwn = false;
  let header: readonly string[] = [];
  const sources: WrittenSource[] = [];
  for await (const row of rows) {
    if (sheet === undefined || row.sheet !== sheet) {
      sheet = row.sheet ?? '';
      header = row.cells;
      isOwn = hasOwnColumns(header);
      if (isOwn) own ??= new ColumnRows(header);
    } else if (isOwn) own?.add(row);
    else if (header[0] === 'name' && header[3] === 'offsets in') sources.push(sourceOf(row.cells));
    // A workbook of somebody else's is not read to its end.
    else if (!own) return undefined;
  }
  const table = own?.finish();
  const known = new Map(sources.map((source) => [source.name, source]));
  return (
    table && { ...table, sources: table.sources.map((source) => known.get(source.name) ?? source) }
  );
}

function sourceOf(cells: readonly string[]): WrittenSource {
  const [name = '', , format = '', offsetsIn, length = ''] = cells;
  return {
    name,
    ...(format !== '' && { format }),
    ...(offsetsIn === 'extracted' && { textIs: 'extracted' }),
    ...(/^\d{1,9}$/.test(length) && { length: Number(length) }),
  };
}
