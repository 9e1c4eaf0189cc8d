import type { Table } from '../../../domain.js';
import {
  alignSegmented,
  resolveReferences,
  type ReadSources,
  type ResolvedReferences,
} from '../../../pipeline/alignment.js';
import { showsChecks, writers } from '../../../write/formats/format-table.js';
import { alignable } from '../../../pipeline/alignable.js';
import { readAlignSettings } from '../../arguments/align-settings.js';
import type { CommandContext } from '../command.js';
import { loadInputs } from '../../../pipeline/load-files.js';
import { loadModel } from '../../arguments/load-model.js';
import { renderTable } from './render-table.js';
import { checkOutput, outputPath, writeResult } from '../../output/result.js';
import { startTextWork } from '../../../pipeline/threads/start-text-work.js';
import { readFormat, readWriteOptions } from '../../arguments/write-options.js';
import type { TextWork } from '../../../pipeline/threads/text-work.js';
import type { AlignOptions } from '../../../pipeline/align-options.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/**
 * Runs `paralign align`. With `-o FILE` the table goes to the file and people read it on stdout;
 * without, stdout gets the table when it is not a terminal or a format was asked for.
 */
export async function runAlign(context: CommandContext, args: ParsedArguments): Promise<void> {
  const output = outputPath(context, args);
  const format = readFormat(args, output);
  const writeOptions = readWriteOptions(args);
  await checkOutput(context, args);
  const forPeople = output !== undefined || (format === undefined && context.stdout.isTerminal);
  const shown = forPeople && !context.quiet && args.text('output') !== '-' && !context.json;
  const table = await alignOperands(context, args, shown || showsChecks(format ?? 'csv'));
  if (output !== undefined || !forPeople || args.text('output') === '-')
    await writeResult(context, args, writers[format ?? 'csv'](table, writeOptions));
  if (shown) await showTable(context, table);
}

/**
 * Loads, segments, embeds and aligns what the operands name. `checksShown`: whether somebody will
 * see what the checks find.
 */
export async function alignOperands(
  context: CommandContext,
  args: ParsedArguments,
  checksShown = true,
): Promise<Table> {
  const texts = await startTextWork();
  try {
    return await alignWith(texts, context, args, checksShown);
  } finally {
    await texts.close();
  }
}

async function alignWith(
  texts: TextWork,
  context: CommandContext,
  args: ParsedArguments,
  checksShown: boolean,
): Promise<Table> {
  const settings = await readAlignSettings(context, args);
  const inputs = await loadInputs(context, args.operands);
  const reading = texts.read(inputs, settings);
  const loading = loadModel(args);
  loading.catch(() => {});
  let read: ReadSources;
  let references: ResolvedReferences;
  try {
    read = await reading;
    references = resolveReferences(settings, read.named);
  } catch (error) {
    // What is wrong with the sources is said at once, whatever becomes of the model.
    loading.then((embedder) => embedder.close()).catch(() => {});
    throw error;
  }
  const embedder = await loading;
  try {
    const options: AlignOptions = {
      ...settings,
      ...references,
      ...(!checksShown && { checks: false }),
      embedder,
      signal: context.signal,
      onDiagnostic: (diagnostic) => context.warn(diagnostic),
      onProgress: (stage, done, total) => context.progress(`${stage} ${done} of ${total}`),
    };
    const table = await context.endingAtOnce(() => alignSegmented(read, options, texts));
    alignable(table);
    return table;
  } finally {
    await embedder.close();
  }
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
