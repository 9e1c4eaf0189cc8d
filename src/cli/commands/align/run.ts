import type { Table } from '../../../domain.js';
import { alignSegmented } from '../../../pipeline/alignment.js';
import { findFormat } from '../../../write/formats.js';
import { writeTable } from '../../../write/write-table.js';
import { alignable } from '../../../pipeline/alignable.js';
import { readAlignSettings } from '../../arguments/align-settings.js';
import type { CommandContext } from '../command.js';
import { loadInputs, sourceNames } from '../../../pipeline/load-files.js';
import { loadModel } from '../../arguments/load-model.js';
import { renderTable } from './render-table.js';
import { checkOutput, outputPath, writeParts } from '../../output/result.js';
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
  const table = await alignOperands(
    context,
    args,
    shown || findFormat(format ?? 'csv').holds.checks,
  );
  if (output !== undefined || !forPeople || args.text('output') === '-')
    await writeParts(context, args, writeTable(table, format ?? 'csv', writeOptions));
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
  const names = sourceNames(args.operands);
  const named = names.map((name, index) => ({ name, operand: args.operands[index] ?? name }));
  const settings = await readAlignSettings(context, args, named);
  // Before the model: what is wrong with the sources is said at once.
  const inputs = await loadInputs(context, args.operands);
  const sources = inputs.map((input, index) =>
    texts.segment(input, { ...settings, language: settings.languages?.[index] }),
  );
  // A source that fails while the model loads is reported when its turn comes.
  for (const source of sources) source.catch(() => {});
  const embedder = await loadModel(args);
  try {
    const options: AlignOptions = {
      ...settings,
      ...(!checksShown && { checks: false }),
      embedder,
      signal: context.signal,
      onDiagnostic: (diagnostic) => context.warn(diagnostic),
      onProgress: (stage, done, total) => context.progress(`${stage} ${done} of ${total}`),
    };
    const table = await context.endingAtOnce(() => alignSegmented(sources, options, texts));
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
