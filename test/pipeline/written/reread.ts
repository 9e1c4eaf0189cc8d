import type { Table } from '../../../src/domain.js';
import { tableOfWritten } from '../../../src/pipeline/written/written-table.js';
import { readWritten } from '../../../src/read/written/read-written.js';
import type { FormatName } from '../../../src/write/formats.js';
import type { WriteOptions } from '../../../src/write/write-table.js';
import { writtenBytes } from '../../write/formats/written-bytes.js';

/** The table that a file holds. */
export async function openBytes(name: string, bytes: Uint8Array, from?: string): Promise<Table> {
  const written = await readWritten(name, bytes, from === undefined ? {} : { from });
  if (!written) throw new Error(`${name} is not taken for a file of paralign`);
  return tableOfWritten(name, written);
}

/** The table that comes back from a format. */
export async function reread(
  table: Table,
  format: FormatName,
  options: WriteOptions = {},
): Promise<Table> {
  return openBytes(`file.${format}`, await writtenBytes(table, format, options));
}
