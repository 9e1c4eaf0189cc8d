/** Runs `paralign convert`: a review file to any output format. */
import { resolve } from 'node:path';
import { readReviewFile } from '../../../platform/review/review-file.js';
import { tableFromReview } from '../../../review/from-table.js';
import { writeTable } from '../../../write/write-table.js';
import type { CommandContext } from '../command.js';
import { checkOutput, outputPath, writeParts } from '../../output/result.js';
import { readFormat, readWriteOptions } from '../../arguments/write-options.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** `paralign convert`; csv unless `--format` or the ending of the output says otherwise. */
export async function runConvert(context: CommandContext, args: ParsedArguments): Promise<void> {
  const [operand = ''] = args.operands;
  const format = readFormat(args, outputPath(context, args)) ?? 'csv';
  const options = readWriteOptions(args);
  await checkOutput(context, args);
  const { review, notices } = await readReviewFile(resolve(context.cwd, operand));
  for (const message of notices) {
    context.warn({ code: 'note', message: message.replace(/^recovered/, 'included') });
  }
  await writeParts(context, args, writeTable(tableFromReview(review), format, options));
}
