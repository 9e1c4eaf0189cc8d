import type { Stream } from '../../../domain.js';
import type { StreamInput } from '../../../align/input/stream-input.js';
import {
  type Explanation,
  type BeadPositions,
  explainBeads,
} from '../../../align/parallel/explain.js';
import type { Cell, OutputRecord } from '../../../write/records/records.js';

/** One pair of cells of the row, explained. */
export interface ExplainedPair {
  readonly a: Cell;
  readonly b: Cell | null;
  readonly streams: readonly [Stream, Stream];
  readonly explanation: Explanation;
}

/** Every pair of streams in the row; a lone cell with the stream it could have been linked to. */
export function explainRecord(
  record: OutputRecord,
  inputs: readonly StreamInput[],
): ExplainedPair[] {
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
