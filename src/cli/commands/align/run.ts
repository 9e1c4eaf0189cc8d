import type { Table } from '../../../domain.js';
import { alignFiles } from '../../../pipeline/files/align-files.js';
import { findFormat } from '../../../write/formats.js';
import { writeTable } from '../../../write/write-table.js';
import { checkOutput, writeParts } from '../../output/result.js';
import { alignWatch } from '../align-watch.js';
import type { CommandContext } from '../command.js';
import { renderTable } from './render-table.js';
import type { AlignRequest } from './request.js';

/**
 * Runs `paralign align`. With `-o FILE` the table goes to the file and people read it on stdout;
 * without, stdout gets the table when it is not a terminal or a format was asked for.
 */
export async function runAlign(context: CommandContext, request: AlignRequest): Promise<void> {
  const { output, toStdout, format, writeOptions, model } = request;
  await checkOutput(output);
  const forPeople = output.path !== null || (format === null && context.stdout.isTerminal);
  const shown = forPeople && !context.quiet && !toStdout && !context.json;
  const table = await alignFiles(request.sources, {
    ...request.settings,
    // Work that nobody will see is not done.
    ...(!shown && !findFormat(format ?? 'csv').holds.checks && { checks: false }),
    model,
    ...alignWatch(context),
  });
  if (output.path !== null || !forPeople || toStdout)
    await writeParts(
      context.stdout,
      output,
      writeTable(table, format ?? 'csv', writeOptions, context.warn),
    );
  if (shown) await showTable(context, table);
}

async function showTable(context: CommandContext, table: Table): Promise<void> {
  const { columns, color } = context.stdout;
  let text = '';
  for (const line of renderTable(table, { columns, color, verbose: context.verbose })) {
    text += `${line}\n`;
    if (text.length < 65536) continue;
    await context.stdout.write(text);
    text = '';
  }
  await context.stdout.write(text);
}
