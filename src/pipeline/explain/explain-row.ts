/** Why a row of a table is as it is, by the aligner of parallel texts. */
import type { StreamInput } from '../../align/input/stream-input.js';
import {
  type BeadPositions,
  type Explanation,
  explainBeads,
} from '../../align/parallel/explain.js';
import type { Embedder, Stream, Table } from '../../domain.js';
import { AppError } from '../../errors.js';
import { withoutMarkup } from '../../text/markup.js';
import { outputRecords, type Cell, type OutputRecord } from '../../write/records/records.js';

/** A row of a table with the evidence for and against it. */
export interface ExplainedRow {
  readonly table: Table;
  /** The row as outputs show it. */
  readonly record: OutputRecord;
  /** Empty for noise, which has nothing to explain. */
  readonly pairs: readonly ExplainedPair[];
}

/** One pair of cells of the row, explained. */
export interface ExplainedPair {
  readonly a: Cell;
  /** Null if the row is a lone cell. */
  readonly b: Cell | null;
  readonly streams: readonly [Stream, Stream];
  readonly explanation: Explanation;
}

/**
 * Explains a row by its id, as outputs number rows (1-based). Embeds the table's sentences again, so
 * it costs as much as the alignment itself.
 *
 * @throws AppError `usage` if there is no such row
 */
export async function explainRow(
  table: Table,
  id: number,
  embedder: Embedder,
): Promise<ExplainedRow> {
  const record = findRecord(table, id);
  const streams: StreamInput[] = [];
  for (const given of table.streams) {
    const stream = withoutMarkup(given);
    const texts = stream.sentences.map(({ text }) => text);
    streams.push({ stream, embedding: await embedder.embed(texts, { pieces: true }) });
  }
  return { table, record, pairs: explainRecord(record, streams) };
}

function findRecord(table: Table, id: number): OutputRecord {
  let last = 0;
  for (const record of outputRecords(table)) {
    if (record.id === id) return record;
    last = Math.max(last, record.id);
  }
  throw new AppError('usage', `there is no row ${id}: the last row is ${last}`, {
    hint: 'N is the id of the row in the CSV output',
  });
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
