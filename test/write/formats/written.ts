import type { Diagnostic } from '../../../src/diagnostics.js';
import type { Table } from '../../../src/domain.js';
import type { FormatName } from '../../../src/write/formats.js';
import { writeTable, type WriteOptions } from '../../../src/write/write-table.js';

/** The files of an output by their endings, and what was said. */
export async function written(
  table: Table,
  name: FormatName,
  options: WriteOptions = {},
): Promise<{
  readonly files: Readonly<Record<string, string>>;
  readonly said: readonly Diagnostic[];
}> {
  const files: Record<string, string> = {};
  const said: Diagnostic[] = [];
  for await (const { file, chunk } of writeTable(table, name, options, (one) => said.push(one)))
    files[file] = (files[file] ?? '') + String(chunk);
  return { files, said };
}
