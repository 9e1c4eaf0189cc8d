import { columnNames, recordTexts } from '../records/columns.js';
import { onlyFile, type WriteFormat } from '../records/output-format.js';

/**
 * CSV by RFC 4180: lines end in CRLF, fields are quoted where they must be, texts are exact. Score
 * has four decimals, confidence six. Several runs of sentences are joined by `;`.
 */
export const writeCsv: WriteFormat = async function* (head, batches, options) {
  const { delimiter = ',' } = options;
  const special = new RegExp(`["\r\n\\u{${(delimiter.codePointAt(0) ?? 0).toString(16)}}]`, 'u');
  yield onlyFile((options.bom ? '\ufeff' : '') + csvLine(columnNames(head), delimiter, special));
  for await (const records of batches) {
    const lines = records.map((record) =>
      csvLine(recordTexts(head, record, options), delimiter, special),
    );
    yield onlyFile(lines.join(''));
  }
};

/** One line of CSV. A field is quoted if it has a delimiter, quotation mark, CR or LF in it. */
function csvLine(fields: readonly string[], delimiter: string, special: RegExp): string {
  const line = fields.map((field) =>
    special.test(field) ? `"${field.replaceAll('"', '""')}"` : field,
  );
  return `${line.join(delimiter)}\r\n`;
}
