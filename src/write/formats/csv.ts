import { stringify } from 'csv-stringify/sync';
import { decimal } from '../records/cell-fields.js';
import { type Field, flatFields, flatHeader } from '../records/columns.js';
import type { Writer } from '../records/output-format.js';
import { outputRecords } from '../records/records.js';

/** A call of the library costs as much as many rows. */
const rowsAtATime = 256;

/**
 * CSV by RFC 4180: lines end in CRLF, fields are quoted where they must be, texts are exact. Score
 * and confidence have four decimals. Several runs of sentences are joined by `;`.
 */
export const writeCsv: Writer = function* (table, options = {}) {
  const header = flatHeader(table);
  const decimals = new Set([header.indexOf('score'), header.indexOf('confidence')]);
  const format = {
    delimiter: options.delimiter ?? ',',
    record_delimiter: '\r\n',
    // By itself the library quotes for CRLF only; a lone CR or LF inside must be quoted as well.
    quoted_match: /[\r\n]/,
    escape_formulas: options.spreadsheetSafe === true,
    cast: {
      number: (value: number, { index }: { index: number }) =>
        decimals.has(index) ? decimal(value) : String(value),
    },
  };
  yield (options.bom ? '\ufeff' : '') + stringify([header], format);
  let block: Field[][] = [];
  for (const record of outputRecords(table, options)) {
    block.push(flatFields(table, record));
    if (block.length < rowsAtATime) continue;
    yield stringify(block, format);
    block = [];
  }
  if (block.length > 0) yield stringify(block, format);
};
