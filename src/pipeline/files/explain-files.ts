import type { AlignFilesOptions } from './align-files.js';
import { alignFilesAnd } from './align-files.js';
import { explainRow, type ExplainedRow } from '../explain/explain-row.js';

/**
 * Aligns files as `alignFiles` does and explains a row of the table by its id, as in the CSV
 * output. Costs the alignment twice.
 *
 * @throws AppError as `alignFiles`, and `usage` if there is no such row
 */
export function explainFiles(
  paths: readonly string[],
  row: number,
  options: AlignFilesOptions = {},
): Promise<ExplainedRow> {
  return alignFilesAnd(paths, options, (table, embedder) => explainRow(table, row, embedder));
}
