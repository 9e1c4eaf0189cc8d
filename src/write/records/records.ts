/**
 * What all formats write: the table's rows in reading order, with the sentences that take no part
 * in alignment (noise, and what no stream holds) put where they stand in their source, so that
 * every sentence of every source is in exactly one record.
 */
import type {
  Check,
  Method,
  Row,
  Sentence,
  Source,
  Span,
  Status,
  Stream,
  Table,
} from '../../domain.js';

/** One source's part of a record. */
export interface Cell {
  /** Index of the source. */
  readonly source: number;
  /** Index of the stream; -1 for noise and for sentences that no stream holds. */
  readonly stream: number;
  /** BCP-47. */
  readonly language: string;
  readonly sentences: readonly Sentence[];
  /** One span per run of neighbouring sentences. */
  readonly spans: readonly Span[];
  /** The source's text over the spans, or what a reviewer made of it. */
  readonly text: string;
}

/** How a record came about; `noise` and `excluded` were never up for alignment. */
export type RecordMethod = Method | 'noise' | 'excluded';

/** One row of an output. */
export interface OutputRecord {
  /** 1-based position among all records, the same with and without `pairsOnly`. */
  readonly id: number;
  /** One entry per column of the table; null where a source has no part. */
  readonly cells: readonly (Cell | null)[];
  /** Sentences per column, `2-1`; `1-0-1` with three columns. */
  readonly type: string;
  readonly method: RecordMethod;
  readonly score: number;
  readonly confidence: number;
  readonly crossing: boolean;
  readonly status: Status;
  readonly checks: readonly Check[];
  readonly note: string;
  /** A reviewer's bookmark. */
  readonly flagged: boolean;
}

/** Which records are written. */
export interface RecordOptions {
  /** Leave out records with fewer than two non-empty cells. */
  readonly pairsOnly?: boolean;
}

/**
 * Number of columns: one a source, at least two. With a single source its streams take the
 * columns; a row of two streams of the same source shows the first in `a`, the second in `b`.
 */
export function columnCount(table: Table): number {
  const streams = table.sources.length === 1 ? table.streams.length : 0;
  const inOneRow = table.rows.map((row) => row.cells.filter(({ length }) => length > 0).length);
  return Math.max(2, table.sources.length, streams, ...new Set(inOneRow));
}

/** The records of a table, in order. Linear in the number of sentences. */
export function* outputRecords(
  table: Table,
  options: RecordOptions = {},
): Generator<OutputRecord, void, undefined> {
  const columns = columnCount(table);
  const strays = straysByRow(table);
  let id = 0;
  for (let index = -1; index < table.rows.length; index++) {
    const row = table.rows[index];
    if (row) {
      const cells = placeCells(table, row, columns);
      id++;
      if (!options.pairsOnly || cells.filter((cell) => cell !== null).length > 1)
        yield { id, cells, type: recordType(cells), ...details(row) };
    }
    for (const { source, sentence } of strays.get(index) ?? []) {
      id++;
      if (!options.pairsOnly) yield strayRecord(table, source, sentence, id, columns);
    }
  }
}

function details(
  row: Row,
): Pick<
  OutputRecord,
  'method' | 'score' | 'confidence' | 'crossing' | 'status' | 'checks' | 'note' | 'flagged'
> {
  const { method, score, confidence, crossing, status, checks, note, flagged = false } = row;
  return { method, score, confidence, crossing, status, checks, note, flagged };
}

function recordType(cells: readonly (Cell | null)[]): string {
  return cells.map((cell) => cell?.sentences.length ?? 0).join('-');
}

function placeCells(table: Table, row: Row, columns: number): (Cell | null)[] {
  const cells = row.cells.flatMap((positions, index) => {
    const stream = table.streams[index];
    return stream && positions.length > 0 ? [makeCell(table, row, stream, index, positions)] : [];
  });
  const placed: (Cell | null)[] = Array.from({ length: columns }, () => null);
  const sources = new Set(cells.map(({ source }) => source));
  const shared = sources.size < cells.length;
  cells.forEach((cell, order) => {
    placed[shared ? order : table.sources.length === 1 ? cell.stream : cell.source] = cell;
  });
  return placed;
}

function makeCell(
  table: Table,
  row: Row,
  stream: Stream,
  index: number,
  positions: readonly number[],
): Cell {
  const source = table.sources[stream.source];
  if (!source) throw new RangeError(`stream ${index} is of a source that the table lacks`);
  const sentences = positions.flatMap((position) => stream.sentences[position] ?? []);
  const spans = sentenceSpans(sentences);
  return {
    source: stream.source,
    stream: index,
    language: stream.language,
    sentences,
    spans,
    text: row.edits?.[index] ?? spanText(source, spans, stream.language),
  };
}

/** Runs of neighbouring sentences, each as one span. */
export function sentenceSpans(sentences: readonly Sentence[]): Span[] {
  const spans: Span[] = [];
  let last: { number: number; start: number } | undefined;
  for (const { number, start, end } of sentences) {
    if (last && number === last.number + 1) spans[spans.length - 1] = { start: last.start, end };
    else spans.push({ start, end });
    last = { number, start: spans.at(-1)?.start ?? start };
  }
  return spans;
}

/** The text of the spans; several are joined by a blank, in scripts that write none by nothing. */
function spanText(source: Source, spans: readonly Span[], language: string): string {
  const separator = /^(zh|ja|th|lo|km|my|bo|yue|wuu)\b/.test(language) ? '' : ' ';
  return spans.map(({ start, end }) => source.text.slice(start, end)).join(separator);
}

interface Stray {
  readonly source: number;
  readonly sentence: Sentence;
}

/** Sentences in no stream, by the index of the row after which they stand (-1: before all). */
function straysByRow(table: Table): ReadonlyMap<number, readonly Stray[]> {
  const rowOf = table.sources.map(() => new Map<number, number>());
  table.rows.forEach((row, index) => {
    row.cells.forEach((positions, stream) => {
      const { source, sentences } = table.streams[stream] ?? { source: -1, sentences: [] };
      for (const position of positions) {
        const sentence = sentences[position];
        if (sentence) rowOf[source]?.set(sentence.number, index);
      }
    });
  });
  const strays = new Map<number, Stray[]>();
  table.sources.forEach(({ sentences }, source) => {
    let after = -1;
    for (const sentence of sentences) {
      const row = rowOf[source]?.get(sentence.number);
      if (row !== undefined) after = row;
      else {
        const list = strays.get(after);
        if (list) list.push({ source, sentence });
        else strays.set(after, [{ source, sentence }]);
      }
    }
  });
  return strays;
}

function strayRecord(
  table: Table,
  source: number,
  sentence: Sentence,
  id: number,
  columns: number,
): OutputRecord {
  const cells: (Cell | null)[] = Array.from({ length: columns }, () => null);
  const { language, text, noise, start, end } = sentence;
  cells[table.sources.length === 1 ? 0 : source] = {
    source,
    stream: -1,
    language,
    sentences: [sentence],
    spans: [{ start, end }],
    text,
  };
  return {
    id,
    cells,
    type: recordType(cells),
    method: noise ? 'noise' : 'excluded',
    score: 0,
    confidence: 0,
    crossing: false,
    status: 'unreviewed',
    checks: [],
    note: noise ?? `in no stream (${language})`,
    flagged: false,
  };
}
