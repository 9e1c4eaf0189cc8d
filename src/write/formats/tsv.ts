import { columnNames, recordTexts } from '../records/columns.js';
import { onlyFile, type WriteFormat } from '../records/output-format.js';

/**
 * Tab-separated lines (IANA text/tab-separated-values): no quoting, LF, so tabs and line breaks inside a
 * text become spaces. Columns as in csv; use csv or json for exact texts.
 */
export const writeTsv: WriteFormat = async function* (head, batches, options) {
  yield onlyFile(`${options.bom ? '\ufeff' : ''}${columnNames(head).join('\t')}\n`);
  for await (const records of batches) {
    const lines = records.map(
      (record) => `${recordTexts(head, record, options).map(oneLine).join('\t')}\n`,
    );
    yield onlyFile(lines.join(''));
  }
};

function oneLine(field: string): string {
  return field.replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ');
}
