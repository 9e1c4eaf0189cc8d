import { stringify } from 'csv-stringify/sync';
import { columnNames, recordTexts } from '../records/columns.js';
import { onlyFile, type WriteFormat } from '../records/output-format.js';

/**
 * CSV by RFC 4180: lines end in CRLF, fields are quoted where they must be, texts are exact. Score
 * has four decimals, confidence six. Several runs of sentences are joined by `;`.
 */
export const writeCsv: WriteFormat = async function* (head, batches, options) {
  const format = {
    delimiter: options.delimiter ?? ',',
    record_delimiter: '\r\n',
    // By itself the library quotes for CRLF only; a lone CR or LF inside must be quoted as well.
    quoted_match: /[\r\n]/,
  };
  yield onlyFile((options.bom ? '\ufeff' : '') + stringify([columnNames(head)], format));
  for await (const records of batches)
    // A call of the library costs as much as many rows.
    yield onlyFile(
      stringify(
        records.map((record) => recordTexts(head, record, options)),
        format,
      ),
    );
};
