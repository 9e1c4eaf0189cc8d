/** The columns of csv and tsv: the contract with scripts outside, so only ever added to. */
import { columnLetters } from '../../text/column-letters.js';
import { describeLocator } from '../../text/describe-locator.js';
import {
  checkCodes,
  decimal,
  sixDecimals,
  paragraphRanges,
  sentenceRanges,
  spanEnds,
  spanStarts,
} from './cell-fields.js';
import { guardFormula } from '../../text/formula-guard.js';
import type { OutputHead } from './head.js';
import type { FormatOptions } from './output-format.js';
import { editKinds, type Cell, type OutputRecord } from './records.js';

const cellColumns = ['source', 'language', 'text', 'sentences', 'paragraphs', 'start', 'end'];
const rowColumns = [
  'type',
  'method',
  'score',
  'confidence',
  'status',
  'checks',
  'note',
  // Added after the first version: placed after `note`, so that readers by position still work.
  'crossing',
  'flagged',
];

/** The last columns, one per source, even if nothing was edited: columns don't depend on the rows. */
const originalColumn = 'original';

/** After them, what a reviewer changed by hand. */
const editedColumn = 'edited';

/** The very last, one a source, if a source's format has places that people go by: pages, times, cells. */
const locatorColumn = 'locator';

/** Behind all others, what was asked for: how good a pair is and why it is no better, and why it was left out. */
const qualityColumns = ['quality', 'quality_faults'];
const reasonColumn = 'left_out';

/**
 * `id, a_source, ..., a_end, b_source, ..., type, method, ..., a_original, b_original, edited`, and
 * `a_locator, b_locator` where the sources have places, `quality`, `quality_faults` and `left_out` where they are known.
 */
export function columnNames(head: OutputHead): string[] {
  const { columns } = head;
  const letters = Array.from({ length: columns }, (_, index) => columnLetters(index));
  return [
    'id',
    ...letters.flatMap((letter) => cellColumns.map((name) => `${letter}_${name}`)),
    ...rowColumns,
    ...letters.map((letter) => `${letter}_${originalColumn}`),
    editedColumn,
    ...(head.hasLocators ? letters.map((letter) => `${letter}_${locatorColumn}`) : []),
    ...(head.hasQuality === true ? qualityColumns : []),
    ...(head.hasReasons === true ? [reasonColumn] : []),
  ];
}

/** The content of a column. */
export type Field = string | number;

/** One record's fields in the columns' order; numbers are the id, score, confidence and quality. */
export function recordFields(head: OutputHead, record: OutputRecord): Field[] {
  const { cells } = record;
  // Pushed one by one: a list of lists for every row would cost more than all that is in them.
  const fields: Field[] = [record.id];
  for (const cell of cells) addCell(fields, head, cell);
  fields.push(
    record.type,
    record.method,
    record.score,
    record.confidence,
    record.status,
    checkCodes(record.checks, cells.length > 2 ? letterOfStream(record) : undefined),
    record.note,
    record.crossing ? 'yes' : 'no',
    record.flagged ? 'yes' : 'no',
  );
  for (const cell of cells) fields.push(cell?.original ?? '');
  fields.push(editKinds(record).join(';'));
  if (head.hasLocators) for (const cell of cells) fields.push(cellLocators(head, cell));
  if (head.hasQuality === true) fields.push(record.quality ?? '', record.faults?.join(';') ?? '');
  if (head.hasReasons === true) fields.push(record.leftOut ?? '');
  return fields;
}

/**
 * One record's fields as text: score and quality with four decimals, the confidence, by which people sort, with six;
 * texts guarded on request.
 */
export function recordTexts(
  head: OutputHead,
  record: OutputRecord,
  { spreadsheetSafe = false }: FormatOptions,
): string[] {
  let numbers = 0;
  return recordFields(head, record).map((field) => {
    if (typeof field === 'number') {
      numbers++;
      if (numbers === 1) return String(field);
      return numbers === 3 ? sixDecimals(field) : decimal(field);
    }
    return spreadsheetSafe ? guardFormula(field) : field;
  });
}

function addCell(fields: Field[], head: OutputHead, cell: Cell | null): void {
  if (!cell) {
    fields.push('', '', '', '', '', '', '');
    return;
  }
  const { source, language, text, sentences, spans } = cell;
  fields.push(
    head.sources[source]?.name ?? '',
    language,
    text,
    sentenceRanges(sentences),
    paragraphRanges(sentences),
    spanStarts(spans),
    spanEnds(spans),
  );
}

/** Where the cell's paragraphs stand in their file, each place once. */
function cellLocators({ sources }: OutputHead, cell: Cell | null): string {
  if (!cell) return '';
  const paragraphs = sources[cell.source]?.paragraphs;
  const places = cell.sentences.flatMap(({ paragraph }) => {
    const locator = paragraphs?.[paragraph - 1]?.locator;
    return locator ? [describeLocator(locator)] : [];
  });
  return [...new Set(places)].join('; ');
}

/** The column a stream stands in within this record. */
function letterOfStream(record: OutputRecord): (stream: number) => string {
  return (stream) => {
    const column = record.cells.findIndex((cell) => cell?.stream === stream);
    return column < 0 ? '?' : columnLetters(column);
  };
}
