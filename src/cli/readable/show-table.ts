/** Prints the readable view of a table, and the line that sums up a written file. */
import { relative } from 'node:path';
import type { Table } from '../../domain.js';
import { oneLine } from '../../terminal/safe-text.js';
import { holdsPairsOnly, type OutputName } from '../../write/formats.js';
import { keepsAll, RecordFilter } from '../../write/filter/record-filter.js';
import type { Selection } from '../../write/filter/selection.js';
import { splitParts } from '../../write/split-table.js';
import { countRecords, countTable, type TableCounts } from '../../write/records/counts.js';
import { outputRecords, type OutputRecord } from '../../write/records/records.js';
import type { WriteOptions } from '../../write/write-table.js';
import type { CommandContext } from '../commands/command.js';
import type { OutputTarget } from '../output/result.js';
import { tablePaths } from '../output/table-result.js';
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
  const filter = new RecordFilter(filters);
  let text = '';
  for (const line of renderTable(table, {
    columns,
    color,
    all,
    verbose: context.verbose,
    keep: (record) => filter.refuses(record) === undefined,
  })) {
    text += `${line}\n`;
    if (text.length < chunkSize) continue;
    await context.stdout.write(text);
    text = '';
  }
  await context.stdout.write(text);
}

/**
 * `wrote pairs.csv: 50 pairs, 2 unmatched`; paths inside the current folder are relative to it. An output of
 * several files is called by their names, which are among `files`.
 */
export function wroteLine(
  cwd: string,
  path: string,
  counts: TableCounts,
  { options, format, files }: WrittenFiles,
): string {
  const onlyPairs = options.pairsOnly === true || (format !== undefined && holdsPairsOnly(format));
  const own = files.filter((file) => file === path || file.startsWith(`${path}.`));
  const names = (own.length === 0 ? [path] : own).map((file) => nearName(cwd, file));
  return `wrote ${names.join(' and ')}: ${onlyPairs ? pairCount(counts) : shortCounts(counts)}`;
}

/** How a table was written. */
export interface WrittenFiles {
  readonly options: WriteOptions;
  readonly format: OutputName | undefined;
  /** The paths of the files. */
  readonly files: readonly string[];
}

/** Such a line for each output. */
export function* wroteLines(
  cwd: string,
  target: OutputTarget,
  table: Table,
  written: WrittenFiles,
): Generator<string> {
  const { options } = written;
  const parts = splitParts(options);
  for (const [index, path] of tablePaths(target, options).entries()) {
    const own = { ...options, ...parts[index]?.selection };
    yield wroteLine(cwd, path, countKept(table, own), written);
  }
}

function nearName(cwd: string, path: string): string {
  const near = relative(cwd, path);
  return oneLine(near.startsWith('..') ? path : near);
}

function countKept(table: Table, filters: Selection): TableCounts {
  if (keepsAll(filters)) return countTable(table);
  const filter = new RecordFilter(filters);
  function* kept(): Generator<OutputRecord> {
    for (const record of outputRecords(table)) {
      const reason = filter.refuses(record);
      const isKept = filters.refused === true ? reason !== undefined && reason !== 'part' : !reason;
      if (isKept) yield record;
    }
  }
  return countRecords(kept());
}
