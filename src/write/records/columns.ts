/** The columns of csv and tsv: the contract with scripts outside, so only ever added to. */
import type { Table } from '../../domain.js';
import {
  checkCodes,
  columnLetter,
  paragraphRanges,
  sentenceRanges,
  spanEnds,
  spanStarts,
} from './cell-fields.js';
import type { Cell, OutputRecord } from './records.js';
import { columnCount } from './records.js';

/** What a field may hold; numbers with decimals are `score` and `confidence` only. */
export type Field = string | number;

const cellColumns = ['source', 'language', 'text', 'sentences', 'paragraphs', 'start', 'end'];
const rowColumns = [
  'type',
  'method',
  'score',
  'confidence',
  'status',
  'checks',
  'note',
  // Not of the first version: after `note`, so that readers by position go on working.
  'crossing',
  'flagged',
];

/** `id, a_source, ..., a_end, b_source, ..., type, method, ...`. */
export function flatHeader(table: Table): string[] {
  const letters = Array.from({ length: columnCount(table) }, (_, index) => columnLetter(index));
  return [
    'id',
    ...letters.flatMap((letter) => cellColumns.map((name) => `${letter}_${name}`)),
    ...rowColumns,
  ];
}

/** One record's fields in the header's order. */
export function flatFields(table: Table, record: OutputRecord): Field[] {
  return [
    record.id,
    ...record.cells.flatMap((cell) => cellFields(table, cell)),
    record.type,
    record.method,
    record.score,
    record.confidence,
    record.status,
    checkCodes(record.checks, record.cells.length > 2 ? letterOfStream(record) : undefined),
    record.note,
    record.crossing ? 'yes' : 'no',
    record.flagged ? 'yes' : 'no',
  ];
}

function cellFields(table: Table, cell: Cell | null): Field[] {
  if (!cell) return cellColumns.map(() => '');
  const { source, language, text, sentences, spans } = cell;
  return [
    table.sources[source]?.name ?? '',
    language,
    text,
    sentenceRanges(sentences),
    paragraphRanges(sentences),
    spanStarts(spans),
    spanEnds(spans),
  ];
}

/** The column a stream stands in within this record. */
function letterOfStream(record: OutputRecord): (stream: number) => string {
  return (stream) => {
    const column = record.cells.findIndex((cell) => cell?.stream === stream);
    return column < 0 ? '?' : columnLetter(column);
  };
}
