/** The csv and tsv that paralign writes, and what spreadsheets make of them. */
import { readDelimited } from '../tables/delimited.js';
import { ColumnRows, hasOwnColumns } from './written-columns.js';
import type { WrittenTable } from './written-table.js';

/**
 * Reads a table with a header. Where tabs separate the columns, a quote may be one of the text or of the
 * file: the reading counts in which more texts are as long as their offsets say.
 *
 * @throws AppError `bad-table` with the line
 */
export function readOwnTable(name: string, text: string, delimiter: string): WrittenTable {
  if (delimiter !== '\t' || !text.includes('"'))
    return collect(name, text, delimiter, delimiter !== '\t');
  const raw = collect(name, text, delimiter, false);
  let quoted: WrittenTable;
  try {
    quoted = collect(name, text, delimiter, true);
  } catch {
    return raw;
  }
  return fitting(quoted) > fitting(raw) ? quoted : raw;
}

function collect(name: string, text: string, delimiter: string, quoted: boolean): WrittenTable {
  let own: ColumnRows | undefined;
  readDelimited(name, text, delimiter, quoted, (row) => {
    if (own) own.add(row);
    else if (hasOwnColumns(row.cells)) own = new ColumnRows(row.cells);
  });
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
