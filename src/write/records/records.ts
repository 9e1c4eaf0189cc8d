/**
 * What all formats write: the table's rows in reading order, with the sentences that are not aligned
 * (noise, and those in no stream) at their places in their source, so that every sentence of every
 * source is in exactly one record.
 */
import { unjudged, type QualityFault } from '../../quality-faults.js';
import type { FilterReason } from '../../diagnostics.js';
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
import { plainPassage } from '../../text/markup.js';
import { passageText, sentenceSpans } from '../../text/passage.js';
import { columnCount } from './head.js';

/** One source's part of a record. */
export interface Cell {
  /** Index of the source. */
  readonly source: number;
  /** Index of the stream; -1 for noise and for sentences in no stream. */
  readonly stream: number;
  /** BCP-47. */
  readonly language: string;
  readonly sentences: readonly Sentence[];
  /** One span per run of neighbouring sentences. */
  readonly spans: readonly Span[];
  /** The source's text over the spans, or the reviewer's text. */
  readonly text: string;
  /** The source's text over the spans, if a reviewer changed it. */
  readonly original?: string;
  /** What the text says without its markup, where it has any. */
  readonly plain?: string;
}

/** How a record came about; `noise` and `excluded` were never aligned. */
export type RecordMethod = Method | 'noise' | 'excluded';

/** One row of an output. */
export interface OutputRecord {
  /**
   * Number of the row, from 1. It depends neither on which records are written nor on changes to other
   * rows in a review. Sentences that are not aligned are numbered after all rows.
   */
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
  /** How good an example of translation it is, 0 to 1; absent where nobody judged it, and without a link. */
  readonly quality?: number;
  /** Why its quality is low, the gravest first; absent where it is not, or not known. */
  readonly faults?: readonly QualityFault[];
  /** Why a filter left it out, in the output of what is left out. */
  readonly leftOut?: FilterReason;
}

/** The cells of a record that a source has a part in. */
export function filledCells({ cells }: Pick<OutputRecord, 'cells'>): Cell[] {
  return cells.filter((cell) => cell !== null);
}

/** What a reviewer changed by hand in a row: its sentences or their text. */
export type EditKind = 'links' | 'text';

/** The parts of a record that a reviewer changed; empty if it is as the aligner made it. */
export function editKinds({ cells, method }: Pick<OutputRecord, 'cells' | 'method'>): EditKind[] {
  const rewritten = cells.some((cell) => cell?.original !== undefined);
  return [
    ...(method === 'manual' ? ['links' as const] : []),
    ...(rewritten ? ['text' as const] : []),
  ];
}

/** Whether a record links something: at least two of its cells are filled. */
export function isPair(record: Pick<OutputRecord, 'cells'>): boolean {
  return filledCells(record).length > 1;
}

/** Whether a record is a link that a reviewer rejected. */
export function isRejectedLink({ cells, status }: Pick<OutputRecord, 'cells' | 'status'>): boolean {
  return status === 'rejected' && isPair({ cells });
}

/**
 * The record without its link: one record per sentence, or per cell if a reviewer wrote its text, which
 * can't be divided into sentences.
 */
export function unlinked(linked: OutputRecord): readonly OutputRecord[] {
  const record = unjudged(linked);
  return record.cells.flatMap((cell, column) =>
    cell === null
      ? []
      : singleCells(cell).map((single) => {
          const cells = record.cells.map((_, index) => (index === column ? single : null));
          return {
            ...record,
            cells,
            type: recordType(cells),
            score: 0,
            crossing: false,
            checks: [],
          };
        }),
  );
}

function singleCells(cell: Cell): readonly Cell[] {
  if (cell.original !== undefined) return [cell];
  return cell.sentences.map((sentence) => {
    const { start, end, text } = sentence;
    return { ...cell, sentences: [sentence], spans: [{ start, end }], text };
  });
}

/** Whether a record links sentences of different sources. */
export function linksSources(record: Pick<OutputRecord, 'cells'>): boolean {
  const [first, ...others] = filledCells(record);
  return others.some(({ source }) => source !== first?.source);
}

/** The records of a table, in order. Linear in the number of sentences. */
export function* outputRecords(
  table: Table,
  columns = columnCount(table),
): Generator<OutputRecord, void, undefined> {
  const strays = straysByRow(table);
  let nextStray = table.nextId ?? table.rows.length + 1;
  for (let index = -1; index < table.rows.length; index++) {
    const row = table.rows[index];
    if (row) yield rowRecord(table, row, index, columns);
    for (const { source, sentence } of strays.get(index) ?? [])
      yield strayRecord(table, source, sentence, nextStray++, columns);
  }
}

/** The record of a row, which is the one at `index`. */
export function rowRecord(table: Table, row: Row, index: number, columns: number): OutputRecord {
  const cells = placeCells(table, row, columns);
  return { id: row.id ?? index + 1, cells, type: recordType(cells), ...details(row) };
}

/** Records per batch: enough to make a step's cost negligible, few enough to be freed early (256 cost 100 MB). */
const recordsPerBatch = 64;

/** Records as writers take them. */
export async function* recordBatches(
  records: Iterable<OutputRecord>,
): AsyncGenerator<readonly OutputRecord[], void, undefined> {
  let batch: OutputRecord[] = [];
  for (const record of records) {
    batch.push(record);
    if (batch.length < recordsPerBatch) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function details(
  row: Row,
): Pick<
  OutputRecord,
  | 'method'
  | 'score'
  | 'confidence'
  | 'crossing'
  | 'status'
  | 'checks'
  | 'note'
  | 'flagged'
  | 'quality'
  | 'faults'
> {
  const { method, score, confidence, crossing, status, checks, note, flagged = false } = row;
  const own = { method, score, confidence, crossing, status, checks, note, flagged };
  const { quality, faults } = row;
  return quality === undefined ? own : { ...own, quality, ...(faults && { faults }) };
}

function noCells(columns: number): null[] {
  return new Array<null>(columns).fill(null);
}

/** Sentences per column, `2-1`. */
export function recordType(cells: readonly (Cell | null)[]): string {
  let type = '';
  for (const cell of cells) type += `${type === '' ? '' : '-'}${cell?.sentences.length ?? 0}`;
  return type;
}

function placeCells(table: Table, row: Row, columns: number): (Cell | null)[] {
  const cells: Cell[] = [];
  let shared = false;
  for (const [index, positions] of row.cells.entries()) {
    const stream = table.streams[index];
    if (!stream || positions.length === 0) continue;
    const made = makeCell(table, row, stream, index, positions);
    shared ||= cells.some(({ source }) => source === made.source);
    cells.push(made);
  }
  const placed: (Cell | null)[] = noCells(columns);
  for (const [order, cell] of cells.entries()) {
    placed[shared ? order : columnOfStream(table, cell.stream)] = cell;
  }
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
  if (!source)
    throw new RangeError(`stream ${index} belongs to a source that the table does not have`);
  const sentences: Sentence[] = [];
  for (const position of positions) {
    const sentence = stream.sentences[position];
    if (sentence) sentences.push(sentence);
  }
  const spans = sentenceSpans(sentences);
  const original = passageText(source.text, spans, stream.language);
  const edit = row.edits?.[index];
  return {
    source: stream.source,
    stream: index,
    language: stream.language,
    sentences,
    spans,
    text: edit ?? original,
    ...(edit === undefined ? plainOf(source, sentences, stream.language, original) : { original }),
  };
}

/** Only Markdown has text between paragraphs that nobody reads, besides the markup in sentences. */
function plainOf(
  { text, format }: Source,
  sentences: readonly Sentence[],
  language: string,
  original: string,
): Pick<Cell, 'plain'> {
  if (format !== 'markdown' && sentences.every(({ markup }) => markup === undefined)) return {};
  const plain = plainPassage(text, sentences, language);
  // An image says nothing; it is shown as it stands.
  return plain === original || plain.trim() === '' ? {} : { plain };
}

/** A sentence in no stream. */
export interface Stray {
  readonly source: number;
  readonly sentence: Sentence;
}

/** The column of a cell that has a row to itself. */
export function columnOfStream({ sources, streams }: Table, stream: number): number {
  return sources.length === 1 ? stream : (streams[stream]?.source ?? -1);
}

/** The column of a sentence in no stream. */
export function columnOfStray({ sources }: Table, { source }: Stray): number {
  return sources.length === 1 ? 0 : source;
}

/** Sentences in no stream, by the index of the row before them (-1: before all). */
export function straysByRow(table: Table): ReadonlyMap<number, readonly Stray[]> {
  // By source and number of the sentence: 1 + its row.
  const rowOf = table.sources.map(
    ({ sentences }) =>
      new Int32Array(1 + sentences.reduce((most, { number }) => Math.max(most, number), 0)),
  );
  table.rows.forEach((row, index) => {
    row.cells.forEach((positions, stream) => {
      const { source, sentences } = table.streams[stream] ?? { source: -1, sentences: [] };
      const own = rowOf[source];
      for (const position of positions) {
        const sentence = sentences[position];
        if (own && sentence) own[sentence.number] = index + 1;
      }
    });
  });
  const strays = new Map<number, Stray[]>();
  table.sources.forEach(({ sentences }, source) => {
    let after = -1;
    for (const sentence of sentences) {
      const row = (rowOf[source]?.[sentence.number] ?? 0) - 1;
      if (row >= 0) after = row;
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
  const cells: (Cell | null)[] = noCells(columns);
  const { language, text, noise, start, end } = sentence;
  const own = table.sources[source];
  cells[columnOfStray(table, { source, sentence })] = {
    source,
    stream: -1,
    language,
    sentences: [sentence],
    spans: [{ start, end }],
    text,
    ...(own && plainOf(own, [sentence], language, text)),
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
