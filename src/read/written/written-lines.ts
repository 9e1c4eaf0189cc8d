/** The csv and tsv that paralign writes, and what spreadsheets make of them. */
import { readDelimited } from '../tables/delimited.js';
import type { TableRow } from '../tables/table-row.js';
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
    return collect(readDelimited(name, text, delimiter, delimiter !== '\t'));
  const raw = collect(readDelimited(name, text, delimiter, false));
  let quoted: WrittenTable;
  try {
    quoted = collect(readDelimited(name, text, delimiter, true));
  } catch {
    return raw;
  }
  return fitting(quoted) > fitting(raw) ? quoted : raw;
}

function collect(rows: readonly TableRow[]): WrittenTable {
  const start = rows.findIndex(({ cells }) => hasOwnColumns(cells));
  const own = new ColumnRows(rows[start]?.cells ?? []);
  for (const row of rows.slice(start + 1)) own.add(row);
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
