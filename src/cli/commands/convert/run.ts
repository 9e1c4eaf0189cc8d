/** Runs `paralign convert`: a review, or another file of linked texts, to any output format. */
import { writeNewReview } from '../../../platform/review/review-file.js';
import { findFormat } from '../../../write/formats.js';
import { RecordCounter } from '../../../write/records/counts.js';
import { passingRecords } from '../../../write/records/passing-rows.js';
import { writeRecords } from '../../../write/write-table.js';
import { writeParts } from '../../output/result.js';
import { checkTableOutput, writeTableResult } from '../../output/table-result.js';
import { showTable, wroteLine, wroteLines } from '../../readable/show-table.js';
import { tableEndings } from '../../output/table-endings.js';
import type { CommandContext } from '../command.js';
import { commandInputs } from '../command-inputs.js';
import { lookAtOperand, openPassing, openTable, tableInputs } from '../open-table.js';
import type { ConvertRequest } from './request.js';

/** `paralign convert`. */
export async function runConvert(context: CommandContext, request: ConvertRequest): Promise<void> {
  const { output, format, writeOptions } = request;
  const input = await lookAtOperand(context, request.input);
  const inputs = await commandInputs(context, {
    others: await tableInputs(context, input),
  });
  await checkTableOutput(output, writeOptions, { inputs, format, endings: tableEndings });
  const readable =
    output.path === null && format === null && context.stdout.isTerminal && !request.toStdout;
  const records = format === null || format === 'paralign' ? 'csv' : format;
  const mayPass = format !== 'paralign' && !readable && writeOptions.splitAt === undefined;
  if (mayPass) {
    const checks = findFormat(records).holds.checks || writeOptions.differing === true;
    const passing = await openPassing(context, input, { checks });
    if (passing) {
      const counter = new RecordCounter();
      const parts = writeRecords(
        passingRecords(passing),
        records,
        writeOptions,
        context.warn,
        (record) => void counter.add(record),
      );
      const files = await writeParts(context.stdout, output, parts, inputs);
      if (output.path !== null && !context.quiet && !context.json) {
        const written = { options: writeOptions, format: records, files };
        const line = wroteLine(context.cwd, output.path, counter.counts(), written);
        await context.stderr.write(`${line}\n`);
      }
      return;
    }
  }
  const { table, review } = await openTable(context, input);
  if (format === 'paralign' && output.path !== null)
    return writeNewReview(output.path, review(), inputs);
  if (readable) {
    await showTable(context, table, { all: request.all, filters: writeOptions });
    return;
  }
  const written = { table, format: records, options: writeOptions };
  const files = await writeTableResult(context, output, written, inputs);
  if (!context.quiet && !context.json)
    for (const line of wroteLines(context.cwd, output, table, { ...written, files }))
      await context.stderr.write(`${line}\n`);
}
