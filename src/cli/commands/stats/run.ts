/** Runs `paralign stats`: alignments in numbers. */
import { AppError, ExitCode } from '../../../errors.js';
import { RowStatistics, TextCoverage } from '../../../statistics/row-statistics.js';
import type { CommandContext } from '../command.js';
import { openRecords } from '../open-records.js';
import { lookAtOperand } from '../open-table.js';
import { renderFile, renderFiles, type FileStatistics } from './render.js';
import type { StatsRequest } from './request.js';
import { rowFiles } from './row-files.js';

/** `paralign stats`; 1 if some of several files could not be read. */
export async function runStats(context: CommandContext, request: StatsRequest): Promise<ExitCode> {
  const files = await rowFiles(context.cwd, request.operands);
  const total = new RowStatistics();
  const counted: FileStatistics[] = [];
  for (const [index, file] of files.entries()) {
    if (files.length > 1) context.progress(`${index + 1} of ${files.length}: ${file}`);
    try {
      counted.push(await countFile(context, request, file, total));
    } catch (error) {
      if (files.length === 1 || !(error instanceof AppError)) throw error;
      context.warn({ code: 'note', message: error.message });
    }
  }
  context.progress('');
  if (context.json)
    await context.stdout.write(
      `${JSON.stringify({ files: counted, total: total.statistics() })}\n`,
    );
  else {
    const { columns, color } = context.stdout;
    const layout = { width: columns, color, coverage: request.coverage };
    const [only] = counted;
    const lines =
      files.length === 1 && only
        ? renderFile(only, layout)
        : renderFiles(counted, total.statistics(), layout);
    for (const line of lines) await context.stdout.write(`${line}\n`);
  }
  return counted.length < files.length ? ExitCode.partial : ExitCode.ok;
}

async function countFile(
  context: CommandContext,
  { settings, coverage: isWanted }: StatsRequest,
  file: string,
  total: RowStatistics,
): Promise<FileStatistics> {
  const input = await lookAtOperand(context, { operand: file, settings });
  const { head, batches } = await openRecords(context, input, true);
  const own = new RowStatistics();
  const coverage = new TextCoverage(head);
  for await (const batch of batches)
    for (const record of batch) {
      own.add(record);
      coverage.add(record);
    }
  total.addAll(own);
  const texts = coverage.texts().map((text) => (isWanted ? text : { ...text, coverage: [] }));
  return { file, texts, ...own.statistics() };
}
