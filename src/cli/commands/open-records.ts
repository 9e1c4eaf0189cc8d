import { tableHead } from '../../write/records/head.js';
import type { PassingRecords } from '../../write/records/passing-rows.js';
import { outputRecords, recordBatches } from '../../write/records/records.js';
import type { CommandContext } from './command.js';
import { openLarge, openTableOnly, type TableOperand } from './open-table.js';

/**
 * The records of a file of linked texts; those of a large one are never all held, if possible. Throws as `openTable`.
 *
 * @param input what `lookAtOperand` returned
 * @param checks whether the checks of pairs are wanted
 */
export async function openRecords(
  context: Pick<CommandContext, 'cwd' | 'signal' | 'warn'>,
  input: TableOperand,
  checks: boolean,
): Promise<PassingRecords> {
  const large = await openLarge(context, input, { checks, paragraphs: false, checkPlaces: false });
  if (large && 'records' in large) return large.records;
  const table = large?.table ?? (await openTableOnly(context, input));
  const head = tableHead(table);
  return { head, batches: recordBatches(outputRecords(table, head.columns)) };
}
