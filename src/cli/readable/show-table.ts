/** Prints the readable view of a table, and the line that sums up a written file. */
import { relative } from 'node:path';
import type { Table } from '../../domain.js';
import { oneLine } from '../../terminal/safe-text.js';
import { holdsPairsOnly, type OutputName } from '../../write/formats.js';
import type { TableCounts } from '../../write/records/counts.js';
import { passesFilters, type Selection } from '../../write/records/select-records.js';
import type { CommandContext } from '../commands/command.js';
import { pairCount, shortCounts } from './render-summary.js';
import { renderTable } from './render-table.js';

/** How many UTF-16 units are written at a time. */
const chunkSize = 65536;

/** Writes the view, without the rows that the filters exclude. */
export async function showTable(
  context: Pick<CommandContext, 'stdout' | 'verbose'>,
  table: Table,
  { all, filters = {} }: { readonly all: boolean; readonly filters?: Selection },
): Promise<void> {
  const { columns, color } = context.stdout;
  let text = '';
  for (const line of renderTable(table, {
    columns,
    color,
    all,
    verbose: context.verbose,
    keep: (record) => passesFilters(filters, record),
  })) {
    text += `${line}\n`;
    if (text.length < chunkSize) continue;
    await context.stdout.write(text);
    text = '';
  }
  await context.stdout.write(text);
}

/** `wrote pairs.csv: 50 pairs, 2 unmatched`; paths inside the current folder are relative to it. */
export function wroteLine(
  cwd: string,
  path: string,
  counts: TableCounts,
  filters: Selection = {},
  format?: OutputName,
): string {
  const near = relative(cwd, path);
  const onlyPairs = filters.pairsOnly === true || (format !== undefined && holdsPairsOnly(format));
  const text = onlyPairs ? pairCount(counts) : shortCounts(counts);
  return `wrote ${oneLine(near.startsWith('..') ? path : near)}: ${text}`;
}
