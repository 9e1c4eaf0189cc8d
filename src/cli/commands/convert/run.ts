/** Runs `paralign convert`: a review, or another file of linked texts, to any output format. */
import { withQualities } from '../../../review/judged.js';
import type { Diagnostic } from '../../../diagnostics.js';
import type { Table } from '../../../domain.js';
import type { ProtectedFiles } from '../../../platform/protected-files.js';
import { writeNewReview } from '../../../platform/review/review-file.js';
import { findFormat, type FormatName } from '../../../write/formats.js';
import { RecordCounter } from '../../../write/records/counts.js';
import type { PassingRecords } from '../../../write/records/passing-rows.js';
import type { OutputRecord } from '../../../write/records/records.js';
import { isSplit } from '../../../write/split-table.js';
import { asksForQuality, writeRecords } from '../../../write/write-table.js';
import { recordsAsAsked, tableAsAsked } from '../../../pipeline/quality/asked-quality.js';
import { writeParts } from '../../output/result.js';
import { checkTableOutput, writeTableResult } from '../../output/table-result.js';
import { showTable, wroteLine, wroteLines } from '../../readable/show-table.js';
import { tableEndings } from '../../output/table-endings.js';
import type { CommandContext } from '../command.js';
import { commandInputs } from '../command-inputs.js';
import {
  lookAtOperand,
  openLarge,
  openTable,
  openTableOnly,
  tableInputs,
  type OpenedTable,
} from '../open-table.js';
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
  const mayPass =
    format !== 'paralign' && !readable && !isSplit(writeOptions) && request.words !== true;
  if (mayPass) {
    const { holds, showsParagraphs = false } = findFormat(records);
    const large = await openLarge(context, input, {
      checks: holds.checks || writeOptions.differing === true || asksForQuality(writeOptions),
      paragraphs: showsParagraphs,
      checkPlaces: records === 'json' || records === 'jsonl',
    });
    if (large && 'records' in large)
      return writePassing(context, request, {
        records: await recordsAsAsked(large.records, writeOptions),
        format: records,
        inputs,
      });
    if (large) {
      const table = await tableAsAsked(large.table, writeOptions);
      await writeHeld(context, request, { table, format: records, inputs });
      return;
    }
  }
  if (format === 'paralign' && output.path !== null)
    return writeReview(output.path, await openTable(context, input), request, inputs);
  const table = await tableAsAsked(await openTableOnly(context, input), writeOptions);
  if (readable) {
    await showTable(context, table, { all: request.all, filters: writeOptions });
    return;
  }
  await writeHeld(context, request, { table, format: records, inputs });
}

async function writeReview(
  path: string,
  { table, review }: OpenedTable,
  { writeOptions }: ConvertRequest,
  inputs: ProtectedFiles,
): Promise<void> {
  const own = review();
  const isJudged = asksForQuality(writeOptions);
  const judged = isJudged ? withQualities(own, await tableAsAsked(table, writeOptions)) : own;
  return writeNewReview(path, judged, inputs);
}

interface Target {
  readonly format: FormatName;
  readonly inputs: ProtectedFiles;
}

async function writeHeld(
  context: CommandContext,
  { output, writeOptions, words }: ConvertRequest,
  { table, format, inputs }: Target & { readonly table: Table },
): Promise<void> {
  const options = words
    ? await (await import('../../output/word-options.js')).withWords(table, format, writeOptions)
    : writeOptions;
  const written = { table, format, options };
  const files = await writeTableResult(context, output, written, inputs);
  if (!context.quiet && !context.json)
    for (const line of wroteLines(context.cwd, output, table, { ...written, files }))
      await context.stderr.write(`${line}\n`);
}

/** Writes records that are not held, and counts them as they come. */
async function writePassing(
  context: CommandContext,
  { output, writeOptions }: ConvertRequest,
  { records, format, inputs }: Target & { readonly records: PassingRecords },
): Promise<void> {
  const counter = new RecordCounter();
  const warn = (diagnostic: Diagnostic): void => context.warn(diagnostic);
  const count = (record: OutputRecord): void => counter.add(record);
  const parts = writeRecords(records, format, writeOptions, warn, count);
  const files = await writeParts(context.stdout, output, parts, inputs);
  if (output.path === null || context.quiet || context.json) return;
  const written = { options: writeOptions, format, files };
  const line = wroteLine(context.cwd, output.path, counter.counts(), written);
  await context.stderr.write(`${line}\n`);
}
