/** Runs `paralign report`: an alignment as one HTML page. */
import { basename } from 'node:path';
import { version } from '../../../platform/version.js';
import { pageModel } from '../../../report/page-model.js';
import { writePage } from '../../../report/write-page.js';
import { checkOutput, writeResult } from '../../output/result.js';
import type { CommandContext } from '../command.js';
import { commandInputs } from '../command-inputs.js';
import { openTable, tableInputs } from '../open-table.js';
import type { ReportRequest } from './request.js';

/** The ending of a page. */
const pageEndings = { formats: [{ name: 'html', endings: ['html', 'htm'] }] };

/** `paralign report`. */
export async function runReport(context: CommandContext, request: ReportRequest): Promise<void> {
  const { input, output } = request;
  const inputs = await commandInputs(context, {
    others: await tableInputs(context, input),
  });
  await checkOutput(output, { inputs, format: 'html', endings: pageEndings });
  const opened = await openTable(context, input);
  const { model, segmented } = opened.review().origin;
  const page = pageModel(opened.table, {
    origin: {
      source: input.operand === '-' ? '' : basename(input.operand),
      program: `paralign ${version}`,
      model,
      options: [['Sentences', segmented ? 'as they stood in the files' : 'split by paralign']],
    },
    readOnly: false,
  });
  await writeResult(context.stdout, output, writePage(page), inputs);
}
