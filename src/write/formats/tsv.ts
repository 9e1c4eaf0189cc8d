import { decimal } from '../records/cell-fields.js';
import { flatFields, flatHeader } from '../records/columns.js';
import type { Writer } from '../records/output-format.js';
import { outputRecords } from '../records/records.js';

/** What spreadsheets take for the beginning of a formula (OWASP's list, with the wide forms). */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * Tab-separated lines (IANA text/tab-separated-values): no quoting, LF, and so tabs and line breaks
 * inside a text become blanks. Columns as in csv; for exact texts take csv or json.
 */
export const writeTsv: Writer = function* (table, options = {}) {
  const header = flatHeader(table);
  const decimals = new Set([header.indexOf('score'), header.indexOf('confidence')]);
  yield `${options.bom ? '\ufeff' : ''}${header.join('\t')}\n`;
  for (const record of outputRecords(table, options)) {
    const fields = flatFields(table, record).map((field, index) => {
      if (typeof field === 'number') return decimals.has(index) ? decimal(field) : String(field);
      const guard = options.spreadsheetSafe && formulaStart.test(field) ? "'" : '';
      return guard + field.replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, ' ');
    });
    yield `${fields.join('\t')}\n`;
  }
};
