/** Runs `paralign show`: a review, or another file of linked texts, as people read it. */
import { tableAsAsked } from '../../../pipeline/quality/asked-quality.js';
import { tableText } from '../../../write/write-table.js';
import { showTable } from '../../readable/show-table.js';
import type { CommandContext } from '../command.js';
import { openTableOnly } from '../open-table.js';
import type { ShowRequest } from './request.js';

/** `paralign show`; with `--json` the same rows as one JSON document. */
export async function runShow(context: CommandContext, request: ShowRequest): Promise<void> {
  const { filters, all } = request;
  const table = await tableAsAsked(await openTableOnly(context, request.input), filters);
  if (context.json) await context.stdout.write(await tableText(table, 'json', filters));
  else await showTable(context, table, { all, filters });
}
