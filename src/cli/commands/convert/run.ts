/** Runs `paralign convert`: a review, or another file of linked texts, to any output format. */
import { writeNewReview } from '../../../platform/review/review-file.js';
import type { OutputPart } from '../../../domain.js';
import { RecordCounter } from '../../../write/records/counts.js';
import { passingRecords } from '../../../write/records/passing-rows.js';
import type { OutputRecord } from '../../../write/records/records.js';
import { takesPassingRows, writeRecords, writeTable } from '../../../write/write-table.js';
import { checkOutput, writeParts } from '../../output/result.js';
import { showTable, wroteLine } from '../../readable/show-table.js';
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
  await checkOutput(output, {
    inputs,
    format,
    endings: tableEndings,
  });
  const readable =
    output.path === null && format === null && context.stdout.isTerminal && !request.toStdout;
  const records = format === null || format === 'paralign' ? 'csv' : format;
  const counter = new RecordCounter();
  const write = async (parts: AsyncIterable<OutputPart>): Promise<void> => {
    await writeParts(context.stdout, output, parts, inputs);
    if (output.path !== null && !context.quiet && !context.json)
      await context.stderr.write(
        `${wroteLine(context.cwd, output.path, counter.counts(), writeOptions, records)}\n`,
      );
  };
  const count = (record: OutputRecord): void => counter.add(record);
  if (format !== 'paralign' && !readable && takesPassingRows(records)) {
    const passing = await openPassing(context, input);
    if (passing)
      return write(
        writeRecords(passingRecords(passing), records, writeOptions, context.warn, count),
      );
  }
  const { table, review } = await openTable(context, input);
  if (format === 'paralign' && output.path !== null)
    return writeNewReview(output.path, review(), inputs);
  if (readable) {
    await showTable(context, table, { all: request.all, filters: writeOptions });
    return;
  }
  await write(writeTable(table, records, writeOptions, context.warn, count));
}
