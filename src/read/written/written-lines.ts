/** The csv and tsv that paralign writes, and what spreadsheets make of them. */
import { delimitedRows } from '../tables/delimited.js';
import { ColumnRows, hasOwnColumns } from './written-columns.js';
import type { WrittenFile } from './written-table.js';
import type { WrittenTable } from './written-table.js';

/**
 * Reads a table with a header. Where tabs separate the columns, a quote may be one of the text or of the
 * file: the reading counts in which more texts are as long as their offsets say.
 *
 * @throws AppError `bad-table` with the line
 */
export async function readOwnTable(file: WrittenFile, delimiter: string): Promise<WrittenTable> {
  if (delimiter !== '\t' || !(await hasQuotes(file)))
    return collect(file, delimiter, delimiter !== '\t');
  const raw = await collect(file, delimiter, false);
  let quoted: WrittenTable;
  try {
    quoted = await collect(file, delimiter, true);
  } catch {
    return raw;
  }
  return fitting(quoted) > fitting(raw) ? quoted : raw;
}

async function hasQuotes({ pieces }: WrittenFile): Promise<boolean> {
  for await (const piece of pieces()) if (piece.includes(0x22)) return true;
  return false;
}

async function collect(
  { name, pieces }: WrittenFile,
  delimiter: string,
  quoted: boolean,
): Promise<WrittenTable> {
  let own: ColumnRows | undefined;
  for await (const row of delimitedRows(name, pieces(), delimiter, quoted)) {
    if (own) own.add(row);
    else if (hasOwnColumns(row.cells)) own = new ColumnRows(row.cells);
  }
  own ??= new ColumnRows([]);
  return own.finish();
}

/** The share of texts that are as long as their offsets say. */
function fitting({ rows }: WrittenTable): number {
  let count = 0;
  let fit = 0;
  for (const { cells } of rows)
    for (const { text, spans } of cells) {
      const [only] = spans;
      if (!only || spans.length > 1) continue;
      count++;
      if (text.length === only.end - only.start) fit++;
    }
  return fit / Math.max(1, count);
}
