import { jsonRow } from '../json-row.js';
import type { Writer } from '../options.js';
import { outputRecords } from '../records.js';

/** JSON lines: one row a line, as in `rows` of the json format. */
export const writeJsonl: Writer = function* (table, options = {}) {
  for (const record of outputRecords(table, options))
    yield `${JSON.stringify(jsonRow(table, record))}\n`;
};
