/** Runs `paralign stats`: alignments in numbers. */
import { AppError, ExitCode } from '../../../errors.js';
import { RowStatistics, TextCoverage } from '../../../statistics/row-statistics.js';
import { tableHead } from '../../../write/records/head.js';
import { outputRecords, recordBatches } from '../../../write/records/records.js';
import type { PassingRecords } from '../../../write/records/passing-rows.js';
import type { CommandContext } from '../command.js';
import { lookAtOperand, openLarge, openTable } from '../open-table.js';
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
  const { head, batches } = await openRecords(context, { operand: file, settings });
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

/** The records of a file, of which a large one is not held. */
async function openRecords(
  context: CommandContext,
  operand: Parameters<typeof openTable>[1],
): Promise<PassingRecords> {
  const input = await lookAtOperand(context, operand);
  const large = await openLarge(context, input, {
    checks: true,
    paragraphs: false,
    checkPlaces: false,
  });
  if (large && 'records' in large) return large.records;
  const table = large ? large.table : (await openTable(context, input)).table;
  const head = tableHead(table);
  return { head, batches: recordBatches(outputRecords(table, head.columns)) };
}
