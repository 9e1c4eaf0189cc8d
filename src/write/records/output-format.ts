import type { Table } from '../../domain.js';
import type { RecordOptions } from './records.js';

/** How a table is written. What a format has no use for it ignores. */
export interface WriteOptions extends RecordOptions {
  /** Begin with a byte order mark (csv, tsv). */
  readonly bom?: boolean;
  /** Separator of columns (csv): one character, not a quote or a line break. */
  readonly delimiter?: string;
  /** Put `'` before cells that a spreadsheet would run as a formula (csv, tsv). */
  readonly spreadsheetSafe?: boolean;
}

/** Writes a table as text in chunks. Throws AppError when the format can't hold the table. */
export type Writer = (table: Table, options?: WriteOptions) => Iterable<string>;
