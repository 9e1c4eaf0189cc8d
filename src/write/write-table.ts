/** From a table to the bytes of an output, whatever the format. */
import type { Diagnostic } from '../diagnostics.js';
import type { OutputPart, Table } from '../domain.js';
import { AppError } from '../errors.js';
import { type FormatName, findFormat } from './formats.js';
import { type OutputHead, tableHead } from './records/head.js';
import type { Format, FormatOptions } from './records/output-format.js';
import type { PassingRecords } from './records/passing-rows.js';
import { outputRecords, recordBatches, type OutputRecord } from './records/records.js';
import { RecordFilter } from './filter/record-filter.js';
import { selectRecords } from './filter/select-records.js';
import type { Selection } from './filter/selection.js';

/** Which parts of a table are written, and how. */
export interface WriteOptions extends Selection, FormatOptions {
  /**
   * Where a table is written as two outputs (`writeSplitTable`): the confidence from which a record
   * belongs to the first.
   */
  readonly splitAt?: number;
  /** Whether rows have their quality judged, even if they have one: the caller does it before. */
  readonly quality?: boolean;
  /** Whether what the filters leave out is written, too, as an output of its own (`writeSplitTable`). */
  readonly leftOut?: boolean;
}

/** Whether rows need a quality to be written with these options. */
export function asksForQuality({ quality = false, minQuality }: WriteOptions): boolean {
  return quality || minQuality !== undefined;
}

/**
 * Writes a table piece by piece on demand, so that a table of any size needs little more memory. The
 * same table and options give the same bytes. Omissions are reported with the last piece.
 *
 * @param onRecord called with every record that the filters keep, whether or not the format has a place for it
 * @throws AppError `two-sources-only` before the first piece, for a format that can't store the table
 */
export async function* writeTable(
  table: Table,
  name: FormatName,
  options: WriteOptions = {},
  onDiagnostic?: (diagnostic: Diagnostic) => void,
  onRecord?: (record: OutputRecord) => void,
): AsyncGenerator<OutputPart, void, undefined> {
  const head = tableHead(table);
  const batches = recordBatches(outputRecords(table, head.columns));
  yield* writeRecords({ head, batches }, name, options, onDiagnostic, onRecord);
}

/** As `writeTable`, for a table whose records come one after the other. */
export async function* writeRecords(
  { head, batches }: PassingRecords,
  name: FormatName,
  options: WriteOptions = {},
  onDiagnostic?: (diagnostic: Diagnostic) => void,
  onRecord?: (record: OutputRecord) => void,
): AsyncGenerator<OutputPart, void, undefined> {
  const format = findFormat(name);
  requireSources(format, head);
  const write = await format.load();
  const records = onRecord ? watched(batches, options, onRecord) : batches;
  const own = options.refused === true ? { ...head, hasReasons: true } : head;
  yield* write(own, selectRecords(records, options, format, onDiagnostic), options, onDiagnostic);
}

async function* watched(
  batches: AsyncIterable<readonly OutputRecord[]>,
  filters: Selection,
  onRecord: (record: OutputRecord) => void,
): AsyncGenerator<readonly OutputRecord[], void, undefined> {
  const filter = new RecordFilter(filters);
  for await (const batch of batches) {
    for (const record of batch) if (filter.refuses(record) === undefined) onRecord(record);
    yield batch;
  }
}

/**
 * The whole output as one string, for small tables and for formats that are one file of text.
 *
 * @throws AppError as `writeTable`; TypeError if the format does not write a single text file
 */
export async function tableText(
  table: Table,
  name: FormatName,
  options: WriteOptions = {},
): Promise<string> {
  let text = '';
  for await (const { file, chunk } of writeTable(table, name, options)) {
    if (file !== '' || typeof chunk !== 'string')
      throw new TypeError(`the ${name} format does not write a single text file`);
    text += chunk;
  }
  return text;
}

function requireSources({ name, sources }: Format, head: OutputHead): void {
  if (sources === 'two' && head.sources.length !== 2)
    throw new AppError(
      'two-sources-only',
      `the ${name} format holds two sources, not ${head.sources.length}`,
      { hint: 'use csv or json' },
    );
}
