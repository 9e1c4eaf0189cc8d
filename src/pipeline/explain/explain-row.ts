/** Why a row of a table is as it is, by the aligner of parallel texts. */
import { type Explanation, explainBeads } from '../../align/parallel/explain.js';
import type { PairInWords, PairToExplain } from '../../align/explain/explain-pair.js';
import type { SideNames } from '../../align/explain/reasons.js';
import type { Embedder, Method, Stream, Table } from '../../domain.js';
import { AppError } from '../../errors.js';
import { columnLetters } from '../../text/column-letters.js';
import { numberPassages } from '../../text/number-passages.js';
import { outputRecords, type Cell, type OutputRecord } from '../../write/records/records.js';
import { TableSentences } from './compared-sentences.js';
import { placesIn, putInWords } from './pair-in-words.js';
import type { BeadPositions } from '../../align/input/bead-positions.js';

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
  /** The numbers behind it: how the aligner for parallel texts scored it. */
  readonly explanation: Explanation;
  /** What was explained, and the explanation in words. */
  readonly pair: PairToExplain;
  readonly words: PairInWords;
}

/**
 * Explains a row by its id, as outputs number rows (1-based). Embeds the sentences that were compared again, so it costs
 * as much as the alignment itself, and less where one text is far longer.
 *
 * @throws AppError `usage` if there is no such row
 */
export async function explainRow(
  table: Table,
  id: number,
  embedder: Embedder,
): Promise<ExplainedRow> {
  const record = findRecord(table, id);
  const sentences = new TableSentences(table, embedder);
  return { table, record, pairs: await explainRecord(table, record, sentences) };
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
async function explainRecord(
  table: Table,
  record: OutputRecord,
  sentences: TableSentences,
): Promise<ExplainedPair[]> {
  const { method } = record;
  if (method === 'noise' || method === 'excluded') return [];
  const cells = record.cells.filter((cell): cell is Cell => cell !== null && cell.stream >= 0);
  const pairs: [Cell, Cell | null][] = [];
  const [only] = cells;
  if (cells.length === 1 && only !== undefined) pairs.push([only, null]);
  cells.forEach((a, index) => {
    for (const b of cells.slice(index + 1)) pairs.push([a, b]);
  });
  const explained: ExplainedPair[] = [];
  for (const [a, b] of pairs) {
    const other = b?.stream ?? table.streams.findIndex((_, index) => index !== a.stream);
    const found = await explainCells(table, sentences, { a, b, other, method });
    if (found !== null) explained.push(found);
  }
  return explained;
}

/** Two cells, or a lone one and the stream that it could have been linked to. */
interface CellPair {
  readonly a: Cell;
  readonly b: Cell | null;
  readonly other: number;
  readonly method: Method;
}

async function explainCells(
  table: Table,
  sentences: TableSentences,
  { a, b, other, method }: CellPair,
): Promise<ExplainedPair | null> {
  const [ownStream, otherStream] = [table.streams[a.stream], table.streams[other]];
  if (ownStream === undefined || otherStream === undefined) return null;
  const whole: BeadPositions = {
    a: positions(ownStream, a),
    b: b === null ? [] : positions(otherStream, b),
  };
  const [comparedA, comparedB] = await sentences.ofPair(a.stream, other, whole);
  const [first, second] = [comparedA.input, comparedB.input];
  const bead: BeadPositions = { a: comparedA.place(whole.a), b: comparedB.place(whole.b) };
  const [explanation] = explainBeads(first, second, [bead]);
  if (explanation === undefined) return null;
  const streams = [first.stream, second.stream] as const;
  const pair: PairToExplain = {
    first,
    second,
    bead,
    method,
    explanation,
    beads: table.rows
      .map(({ cells, confidence }) => ({
        a: comparedA.place(cells[a.stream] ?? []),
        b: comparedB.place(cells[other] ?? []),
        confidence,
      }))
      .filter((row) => row.a.length + row.b.length > 0),
    passages: passagesOf(table, a.stream, other),
    ...placesIn(streams, namesOf(table, streams)),
  };
  return { a, b, streams, explanation, pair, words: await putInWords(pair, sentences.embedder) };
}

/** The passages between two streams, in the order in which they are asked for. */
function passagesOf(table: Table, a: number, b: number): PairToExplain['passages'] {
  const own = table.alignments.find(
    (alignment) =>
      (alignment.a === a && alignment.b === b) || (alignment.a === b && alignment.b === a),
  );
  if (own?.passages === undefined) return undefined;
  const passages = numberPassages(own, table.streams);
  return own.a === a ? passages : passages.map((each) => ({ ...each, a: each.b, b: each.a }));
}

/** What the two sides are called: by language if that tells them apart, else by the letters of their columns. */
function namesOf(table: Table, [a, b]: readonly [Stream, Stream]): SideNames {
  const inLanguage = (language: string): number =>
    table.streams.filter((stream) => stream.language === language).length;
  if (inLanguage(a.language) === 1 && inLanguage(b.language) === 1) return [a.language, b.language];
  return [columnLetters(a.source), columnLetters(b.source)];
}

function positions(stream: Stream, cell: Cell): number[] {
  const numbers = new Set(cell.sentences.map(({ number }) => number));
  return stream.sentences.flatMap(({ number }, position) =>
    numbers.has(number) ? [position] : [],
  );
}
