import { jsonRow } from '../records/json-row.js';
import type { Writer } from '../records/output-format.js';
import { outputRecords } from '../records/records.js';

/** JSON lines: one row a line, as in `rows` of the json format. */
export const writeJsonl: Writer = function* (table, options = {}) {
  for (const record of outputRecords(table, options))
    yield `${JSON.stringify(jsonRow(table, record))}\n`;
};
