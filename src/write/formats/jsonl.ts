import { jsonRow } from '../records/json-row.js';
import { onlyFile, type WriteFormat } from '../records/output-format.js';

/** JSON lines: one row per line, as in `rows` of the json format. */
export const writeJsonl: WriteFormat = async function* (head, batches, { words }) {
  for await (const records of batches) {
    const lines = records.map((record) => `${JSON.stringify(jsonRow(head, record, words))}\n`);
    yield onlyFile(lines.join(''));
  }
};
