/** Runs `paralign convert`: a review file to any output format. */
import { readReviewFile } from '../../../platform/review/review-file.js';
import { tableFromReview } from '../../../review/from-table.js';
import { writeTable } from '../../../write/write-table.js';
import { checkOutput, writeParts } from '../../output/result.js';
import type { CommandContext } from '../command.js';
import type { ConvertRequest } from './request.js';

/** `paralign convert`. */
export async function runConvert(context: CommandContext, request: ConvertRequest): Promise<void> {
  const { output, format, writeOptions } = request;
  await checkOutput(output);
  const { review, notices } = await readReviewFile(request.review);
  for (const message of notices) {
    context.warn({ code: 'note', message: message.replace(/^recovered/, 'included') });
  }
  await writeParts(
    context.stdout,
    output,
    writeTable(tableFromReview(review), format, writeOptions, context.warn),
  );
}
