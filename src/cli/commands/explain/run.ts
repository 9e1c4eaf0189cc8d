import type { StreamInput } from '../../../align/input/stream-input.js';
import type { Table } from '../../../domain.js';
import { AppError } from '../../../errors.js';
import { alignSources } from '../../../pipeline/align-sources.js';
import { outputRecords, type OutputRecord } from '../../../write/records/records.js';
import { alignable } from '../../../pipeline/alignable.js';
import { readAlignSettings } from '../../arguments/align-settings.js';
import type { CommandContext } from '../command.js';
import { loadInputs, sourceNames } from '../../../pipeline/load-files.js';
import { loadModel } from '../../arguments/load-model.js';
import { explanationJson, renderExplanation } from './render.js';
import { explainRecord } from './explained-pairs.js';
import type { ParsedArguments } from '../../arguments/option-spec.js';

/** Runs `paralign explain`. Throws AppError `usage` when there is no such row. */
export async function runExplain(context: CommandContext, args: ParsedArguments): Promise<void> {
  const number = args.number('bead');
  if (number === undefined) throw usage('--bead N is required', 'N is the id in the csv output');
  const names = sourceNames(args.operands);
  const named = names.map((name, index) => ({ name, operand: args.operands[index] ?? name }));
  const settings = await readAlignSettings(context, args, named);
  const inputs = await loadInputs(context, args.operands);
  const embedder = await loadModel(args);
  try {
    const table = await alignSources(inputs, {
      ...settings,
      embedder,
      signal: context.signal,
      onDiagnostic: (diagnostic) => context.warn(diagnostic),
    });
    alignable(table);
    const record = findRecord(table, number);
    const streams: StreamInput[] = [];
    for (const stream of table.streams) {
      const texts = stream.sentences.map(({ text }) => text);
      streams.push({ stream, embedding: await embedder.embed(texts, { pieces: true }) });
    }
    const pairs = explainRecord(record, streams);
    const text = context.json
      ? `${JSON.stringify(explanationJson(table, record, pairs), null, 2)}\n`
      : renderExplanation(table, record, pairs, context.stdout);
    await context.stdout.write(text);
  } finally {
    await embedder.close();
  }
}

function findRecord(table: Table, number: number): OutputRecord {
  let last = 0;
  for (const record of outputRecords(table)) {
    if (record.id === number) return record;
    last = record.id;
  }
  throw usage(
    `there is no row ${number}: the alignment has ${last}`,
    'N is the id in the csv output',
  );
}

function usage(message: string, hint: string): AppError {
  return new AppError('usage', message, { hint });
}
