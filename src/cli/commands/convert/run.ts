/** Runs `paralign convert`: a review, or another file of linked texts, to any output format. */
import { writeNewReview } from '../../../platform/review/review-file.js';
import { writeTable } from '../../../write/write-table.js';
import { checkOutput, writeParts } from '../../output/result.js';
import { showTable, wroteLine } from '../../readable/show-table.js';
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
  await checkOutput(output, {
    inputs,
    format,
    endings: tableEndings,
  });
  const { table, review } = await openTable(context, request.input);
  if (format === 'paralign' && output.path !== null)
    return writeNewReview(output.path, review(), inputs);
  if (output.path === null && format === null && context.stdout.isTerminal && !request.toStdout) {
    await showTable(context, table, { all: request.all, filters: writeOptions });
    return;
  }
  const records = format === null || format === 'paralign' ? 'csv' : format;
  const parts = writeTable(table, records, writeOptions, context.warn);
  await writeParts(context.stdout, output, parts, inputs);
  if (output.path !== null && !context.quiet && !context.json)
    await context.stderr.write(
      `${wroteLine(context.cwd, output.path, table, writeOptions, records)}\n`,
    );
}
