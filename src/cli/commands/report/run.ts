/** Runs `paralign report`: an alignment as one HTML page. */
import { basename } from 'node:path';
import { tableAsAsked } from '../../../pipeline/quality/asked-quality.js';
import { AppError } from '../../../errors.js';
import { bundledModelName } from '../../../platform/models/model-files.js';
import { pageModel, shownText } from '../../../report/page-model.js';
import { writePage } from '../../../report/write-page.js';
import { checkOutput, writeResult } from '../../output/result.js';
import type { CommandContext } from '../command.js';
import { commandInputs } from '../command-inputs.js';
import { findWords } from '../../output/word-options.js';
import { wroteLines } from '../../readable/show-table.js';
import { tableInputs } from '../open-table.js';
import { openSubject, tableOperand } from './open-subject.js';
import type { ReportRequest } from './request.js';

/** A page holds all rows. */
const written = { options: {}, format: undefined, files: [] };

/** The ending of a page. */
const pageEndings = { formats: [{ name: 'html', endings: ['html', 'htm'] }] };

/** `paralign report`. Throws AppError `usage`, and what reading and aligning the operands throws. */
export async function runReport(context: CommandContext, request: ReportRequest): Promise<void> {
  const { operands, output, settings, model, title, readOnly, words, quality = false } = request;
  if (output.path === null && context.stdout.isTerminal && !request.toStdout)
    throw new AppError('usage', 'a page is not written to a terminal', {
      hint: 'name a file: -o report.html',
    });
  const operand = await tableOperand(context, request);
  const inputs = await commandInputs(context, {
    ...(operand === null
      ? { sources: operands, settings, model: model.model }
      : { others: await tableInputs(context, operand) }),
  });
  await checkOutput(output, { inputs, format: 'html', endings: pageEndings });
  const opened = await openSubject(context, request, operand);
  const subject = { ...opened, table: await tableAsAsked(opened.table, { quality }) };
  const page = pageModel(subject.table, {
    origin: {
      source: subject.file === '-' ? '' : basename(subject.file),
      program: `paralign ${context.version}`,
      model: subject.aligned ? (model.model ?? bundledModelName) : subject.model,
      options: subject.options,
    },
    readOnly,
    marks: subject.marks,
    ...(words === true && { words: await findWords(subject.table, shownText) }),
    ...(title !== undefined && { title }),
  });
  await writeResult(context.stdout, output, writePage(page), inputs);
  if (output.path !== null && !context.quiet && !context.json)
    for (const line of wroteLines(context.cwd, output, subject.table, written))
      await context.stderr.write(`${line}\n`);
}
