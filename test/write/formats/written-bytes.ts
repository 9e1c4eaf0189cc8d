import type { Table } from '../../../src/domain.js';
import type { FormatName } from '../../../src/write/formats.js';
import { writeTable, type WriteOptions } from '../../../src/write/write-table.js';
import type { Diagnostic } from '../../../src/diagnostics.js';

/** A table in a format of one file, as bytes. */
export async function writtenBytes(
  table: Table,
  name: FormatName,
  options: WriteOptions = {},
  onDiagnostic?: (diagnostic: Diagnostic) => void,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const { chunk } of writeTable(table, name, options, onDiagnostic))
    chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
