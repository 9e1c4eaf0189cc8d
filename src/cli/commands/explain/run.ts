import type { BeadPositions, Explanation } from '../../../align/parallel/explain.js';
import { explainBeads } from '../../../align/parallel/explain.js';
import type { StreamInput } from '../../../align/stream-input.js';
import type { Stream, Table } from '../../../domain.js';
import { AppError, ExitCode } from '../../../errors.js';
import { alignSources } from '../../../pipeline/align-sources.js';
import { outputRecords, type Cell, type OutputRecord } from '../../../write/records.js';
import { alignable } from '../../../pipeline/alignable.js';
import { readAlignSettings } from '../../arguments/align-settings.js';
import type { CommandContext, ParsedArguments } from '../../command.js';
import { loadInputs, sourceNames } from '../../arguments/inputs.js';
import { loadModel } from '../../arguments/load-model.js';
import { explanationJson, renderExplanation } from './render.js';

/** One pair of cells of the row, explained. */
export interface ExplainedPair {
  readonly a: Cell;
  readonly b: Cell | null;
  readonly streams: readonly [Stream, Stream];
  readonly explanation: Explanation;
}

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

/** Every pair of streams in the row; a lone cell with the stream it could have been linked to. */
function explainRecord(record: OutputRecord, inputs: readonly StreamInput[]): ExplainedPair[] {
  const cells = record.cells.filter((cell): cell is Cell => cell !== null && cell.stream >= 0);
  const pairs: [number, number, Cell, Cell | null][] = [];
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) {
    const other = inputs.findIndex((_, index) => index !== only.stream);
    if (other >= 0) pairs.push([only.stream, other, only, null]);
  }
  cells.forEach((a, index) => {
    for (const b of cells.slice(index + 1)) pairs.push([a.stream, b.stream, a, b]);
  });
  return pairs.flatMap(([first, second, a, b]) => {
    const [inputA, inputB] = [inputs[first], inputs[second]];
    if (inputA === undefined || inputB === undefined) return [];
    const bead: BeadPositions = {
      a: positions(inputA.stream, a),
      b: b === null ? [] : positions(inputB.stream, b),
    };
    return explainBeads(inputA, inputB, [bead]).map((explanation) => ({
      a,
      b,
      streams: [inputA.stream, inputB.stream] as const,
      explanation,
    }));
  });
}

function positions(stream: Stream, cell: Cell): number[] {
  const numbers = new Set(cell.sentences.map(({ number }) => number));
  return stream.sentences.flatMap(({ number }, position) =>
    numbers.has(number) ? [position] : [],
  );
}

function usage(message: string, hint: string): AppError {
  return new AppError('usage', message, { exitCode: ExitCode.usage, hint });
}
