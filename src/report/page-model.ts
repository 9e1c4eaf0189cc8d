/** What the page of a report shows, built from the alignment alone. */
import { describeCheck } from '../check/describe-check.js';
import { describeFaults } from '../quality-faults.js';
import type { Check, Source, Table } from '../domain.js';
import { type OutputHead, tableHead } from '../write/records/head.js';
import { type Cell, type OutputRecord, outputRecords } from '../write/records/records.js';
import type { RecordWords } from '../write/records/word-links.js';
import { alignmentHash } from './alignment-hash.js';
import { marksOf } from './check-marks.js';
import type {
  PageCell,
  PageChapter,
  PageColumn,
  PageData,
  PageMap,
  PageOrigin,
  PageRow,
  PageWords,
} from './data/page-data.js';
import { passagesOf } from './data/passages.js';

/** What a table does not know of itself. */
export interface PageSettings {
  readonly origin: PageOrigin;
  /** Whether the page takes no decisions. */
  readonly readOnly: boolean;
  /** Instead of the names of the columns. */
  readonly title?: string;
  /** What a review knows of its rows beyond the table, by number. */
  readonly marks?: ReadonlyMap<number, RowMarks>;
  /** Links between the words of a row, whose places are those in the text that is shown (`shownText`). */
  readonly words?: RecordWords;
}

/** The text of a cell as the page shows it. */
export function shownText({ plain, text }: Cell): string {
  return plain ?? text;
}

/** What only a review knows of a row. */
export interface RowMarks {
  /** Whether a reviewer put it back into the queue. */
  readonly doubt: boolean;
  /** Who decided about it, as far as that is recorded. */
  readonly by?: string;
}

/** Longer titles of chapters are cut. */
const longestTitle = 80;

/** The data of a table's page. Near linear in its text, for each pair of columns. */
export function pageModel(
  table: Table,
  { origin, readOnly, title, marks, words }: PageSettings,
): PageData {
  const head = tableHead(table);
  const streamName = (stream: number) => {
    const { source, language } = table.streams[stream] ?? { source: 0, language: 'und' };
    return `${table.sources[source]?.name ?? ''} ${language}`;
  };
  const columns = Array.from({ length: head.columns }, (_, column) =>
    pageColumn(table, head, column, streamName),
  );
  const rows: PageRow[] = [];
  // One after the other: all records of a long text at the same time would double the memory.
  for (const record of outputRecords(table, head.columns)) {
    rows.push(pageRow(table, record, columns, { streamName, marks: marks?.get(record.id), words }));
  }
  return {
    ...(title !== undefined && { title }),
    alignment: alignmentHash(table),
    readOnly,
    origin,
    ...(table.match && { match: table.match }),
    columns,
    rows,
    maps: columns.flatMap((_, a) =>
      columns.slice(a + 1).map((_other, index) => pageMap(head, rows, a, a + 1 + index)),
    ),
  };
}

function pageColumn(
  table: Table,
  head: OutputHead,
  column: number,
  streamName: (stream: number) => string,
): PageColumn {
  // The columns of a single source are its languages, all numbered through its sentences.
  const single = table.sources.length === 1;
  const source = table.sources[single ? 0 : column];
  const streams = table.streams.filter(({ source: own }) => own === column);
  const longest = [...streams].sort((x, y) => y.sentences.length - x.sentences.length)[0];
  const stream = single ? table.streams[column] : longest;
  return {
    name: single ? streamName(column) : (source?.name ?? ''),
    language: stream?.language ?? 'und',
    sentences: head.sources[single ? 0 : column]?.sentences ?? 0,
    chapters: source === undefined ? [] : chaptersOf(source),
  };
}

function chaptersOf({ text, paragraphs, sentences }: Source): PageChapter[] {
  const first = new Map<number, number>();
  for (const { paragraph, number } of sentences)
    if (!first.has(paragraph)) first.set(paragraph, number);
  return paragraphs.flatMap(({ number, heading, noise, start, end }) => {
    const sentence = first.get(number);
    if (heading === 0 || noise !== null || sentence === undefined) return [];
    const title = text.slice(start, Math.min(end, start + longestTitle)).replace(/\s+/g, ' ');
    return [{ sentence, title: title.trim(), level: heading }];
  });
}

function pageRow(
  table: Table,
  record: OutputRecord,
  columns: readonly PageColumn[],
  {
    streamName,
    marks,
    words,
  }: {
    readonly streamName: (stream: number) => string;
    readonly marks: RowMarks | undefined;
    readonly words: RecordWords | undefined;
  },
): PageRow {
  const { id, method, confidence, crossing, status, note, flagged, cells, checks } = record;
  return {
    id,
    confidence: Math.round(confidence * 1e4) / 1e4,
    ...(method !== 'parallel' && { method }),
    ...(crossing && { crossing }),
    ...(status !== 'unreviewed' && { status }),
    ...(marks?.doubt === true && { doubt: true }),
    ...(flagged && { flagged: true }),
    ...(marks?.by !== undefined && { by: marks.by }),
    ...(note !== '' && { note }),
    ...(checks.length > 0 && {
      checks: checks.map((check) => ({
        code: check.code,
        text: describeCheck(check, streamName),
      })),
    }),
    ...(record.quality !== undefined && {
      quality: [Math.floor(record.quality * 1e4) / 1e4, describeFaults(record.faults ?? [])],
    }),
    ...wordsOf(record, words),
    cells: cells.map((cell, column) =>
      cell === null ? null : pageCell(table, cell, columns[column]?.language, checks),
    ),
  };
}

function wordsOf(record: OutputRecord, words: RecordWords | undefined): Pick<PageRow, 'words'> {
  const found = (words?.(record) ?? []).filter(({ links }) => links.length > 0);
  if (found.length === 0) return {};
  return {
    words: found.map(({ a, b, links }): PageWords => [
      a,
      b,
      ...links.flatMap(([aStart, aEnd, bStart, bEnd]) => [aStart, aEnd, bStart, bEnd]),
    ]),
  };
}

function pageCell(
  table: Table,
  cell: Cell,
  columnLanguage: string | undefined,
  checks: readonly Check[],
): PageCell {
  const { language, sentences, original } = cell;
  const text = shownText(cell);
  const marks = marksOf(table.sources[cell.source]?.text ?? '', cell, text, checks);
  return {
    ...(language !== columnLanguage && { language }),
    text,
    ...(original !== undefined && { original: original }),
    at: runsOf(sentences.map(({ number }) => number)),
    ...(marks.length > 0 && { marks }),
  };
}

/** Ascending numbers as runs: from, to, from, to ... */
function runsOf(numbers: readonly number[]): number[] {
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (first === undefined || last === undefined) return [];
  // A list that grows takes room for twenty numbers.
  if (last - first === numbers.length - 1) return [first, last];
  const runs: number[] = [];
  for (const number of numbers) {
    if (runs.at(-1) === number - 1) runs[runs.length - 1] = number;
    else runs.push(number, number);
  }
  return runs;
}

function pageMap(
  { streams, alignments, sources }: OutputHead,
  rows: readonly PageRow[],
  a: number,
  b: number,
): PageMap {
  const columnOf = (stream: number) =>
    sources.length === 1 ? stream : (streams[stream]?.source ?? -1);
  const own = alignments.filter((each) => columnOf(each.a) === a && columnOf(each.b) === b);
  const main = [...own].sort((x, y) => y.beads - x.beads)[0];
  const known = own.length > 0 && own.every(({ passages }) => passages !== undefined);
  return {
    a,
    b,
    ...(main && { mode: main.mode, reason: main.reason }),
    passages: known
      ? own.flatMap(({ passages = [] }) => passages.map((passage) => ({ ...passage })))
      : passagesOf(rows, a, b),
  };
}
