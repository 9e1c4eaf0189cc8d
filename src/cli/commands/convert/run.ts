/** Runs `paralign convert`: a review, or another file of linked texts, to any output format. */
import { writeNewReview } from '../../../platform/review/review-file.js';
import { checkTableOutput, writeTableResult } from '../../output/table-result.js';
import { showTable, wroteLines } from '../../readable/show-table.js';
import { tableEndings } from '../../output/table-endings.js';
import type { CommandContext } from '../command.js';
import { commandInputs } from '../command-inputs.js';
import { openTable, tableInputs } from '../open-table.js';
import type { ConvertRequest } from './request.js';

/** `paralign convert`. */
export async function runConvert(context: CommandContext, request: ConvertRequest): Promise<void> {
  const { output, format, writeOptions } = request;
  const inputs = await commandInputs(context, {
    others: await tableInputs(context, request.input),
  });
  await checkTableOutput(output, writeOptions, { inputs, format, endings: tableEndings });
  const { table, review } = await openTable(context, request.input);
  if (format === 'paralign' && output.path !== null)
    return writeNewReview(output.path, review(), inputs);
  if (output.path === null && format === null && context.stdout.isTerminal && !request.toStdout) {
    await showTable(context, table, { all: request.all, filters: writeOptions });
    return;
  }
  const records = format === null || format === 'paralign' ? 'csv' : format;
  const written = { table, format: records, options: writeOptions };
  const files = await writeTableResult(context, output, written, inputs);
  if (!context.quiet && !context.json)
    for (const line of wroteLines(context.cwd, output, table, { ...written, files }))
      await context.stderr.write(`${line}\n`);
}
