/** Runs `paralign show`: prints the readable view of a review. */
import { readReviewFile } from '../../../platform/review/review-file.js';
import { tableFromReview } from '../../../review/from-table.js';
import { tableText } from '../../../write/write-table.js';
import { showTable } from '../../readable/show-table.js';
import type { CommandContext } from '../command.js';
import type { ShowRequest } from './request.js';

/** `paralign show`; with `--json` the same rows as one JSON document. */
export async function runShow(context: CommandContext, request: ShowRequest): Promise<void> {
  const { review, notices } = await readReviewFile(request.review);
  for (const message of notices)
    context.warn({ code: 'note', message: message.replace(/^recovered/, 'included') });
  const table = tableFromReview(review);
  const { filters, all } = request;
  if (context.json) await context.stdout.write(await tableText(table, 'json', filters));
  else await showTable(context, table, { all, filters });
}
