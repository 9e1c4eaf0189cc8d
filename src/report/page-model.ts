/** What the page of a report shows, built from the alignment alone. */
import { confidenceLevel } from '../confidence.js';
import { describeCheck } from '../check/describe-check.js';
import type { Table } from '../domain.js';
import { isRightToLeft } from '../text/direction.js';
import { tableHead } from '../write/records/head.js';
import { type Cell, type OutputRecord, outputRecords } from '../write/records/records.js';

/** One text of a row. */
export interface PageCell {
  /** BCP-47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly text: string;
  /** Sentence numbers in the source, from 1, ascending. */
  readonly sentences: readonly number[];
}

/** How far a row can be relied on; `none` where there is nothing to be sure of. */
export type PageLevel = ReturnType<typeof confidenceLevel> | 'none';

/** One row of the page. */
export interface PageRow extends Pick<
  OutputRecord,
  'id' | 'type' | 'method' | 'confidence' | 'crossing' | 'status' | 'note'
> {
  readonly level: PageLevel;
  /** One per column; null where a source has no part. */
  readonly cells: readonly (PageCell | null)[];
  /** The failed checks in words. */
  readonly checks: readonly string[];
}

/** Neighbouring rows that link two columns: sentence numbers from 1, both ends included. */
export interface PagePassage {
  readonly a: readonly [from: number, to: number];
  readonly b: readonly [from: number, to: number];
  /** Out of the order of the texts. */
  readonly moved: boolean;
}

/** A map of two columns. */
export interface PageMap {
  readonly a: number;
  readonly b: number;
  readonly passages: readonly PagePassage[];
}

/** Everything the page shows. */
export interface PageModel {
  readonly sources: readonly {
    readonly name: string;
    readonly languages: readonly string[];
    readonly sentences: number;
  }[];
  /** The names of the columns. */
  readonly columns: readonly string[];
  readonly rows: readonly PageRow[];
  /** One for each pair of columns. */
  readonly maps: readonly PageMap[];
}

/** The model of a table's page. Near linear in its text, for each pair of columns. */
export function pageModel(table: Table): PageModel {
  const head = tableHead(table);
  const columnName = (stream: number) => {
    const { source, language } = table.streams[stream] ?? { source: 0, language: 'und' };
    return `${table.sources[source]?.name ?? ''} ${language}`;
  };
  const rows = [...outputRecords(table, head.columns)].map((record) => pageRow(record, columnName));
  const columns = Array.from({ length: head.columns }, (_, column) =>
    head.sources.length > 1 ? (head.sources[column]?.name ?? '') : columnName(column),
  );
  return {
    sources: head.sources.map(({ name, languages, sentences }) => ({ name, languages, sentences })),
    columns,
    rows,
    maps: columns.flatMap((_, a) =>
      columns.slice(a + 1).map((_other, index) => {
        const b = a + 1 + index;
        return { a, b, passages: passagesOf(rows, a, b) };
      }),
    ),
  };
}

function pageRow(record: OutputRecord, columnName: (stream: number) => string): PageRow {
  const { id, type, method, confidence, crossing, status, note, cells, checks } = record;
  const linked = cells.filter((cell) => cell !== null).length > 1;
  return {
    ...{ id, type, method, confidence, crossing, status, note },
    level: linked ? confidenceLevel(confidence) : 'none',
    cells: cells.map((cell) => (cell === null ? null : pageCell(cell))),
    checks: checks.map((check) => describeCheck(check, columnName)),
  };
}

function pageCell({ language, text, plain, sentences }: Cell): PageCell {
  return {
    language,
    direction: isRightToLeft(language) ? 'rtl' : 'ltr',
    text: plain ?? text,
    sentences: sentences.map(({ number }) => number),
  };
}

/** The runs of rows that go forward in both columns without a gap. */
export function passagesOf(rows: readonly PageRow[], a: number, b: number): PagePassage[] {
  const passages: PagePassage[] = [];
  for (const { cells, crossing, status } of rows) {
    const left = range(cells[a]);
    const right = range(cells[b]);
    if (left === null || right === null || status === 'rejected') continue;
    const last = passages.at(-1);
    if (last?.moved === crossing && last.a[1] + 1 === left[0] && last.b[1] + 1 === right[0])
      passages[passages.length - 1] = {
        a: [last.a[0], left[1]],
        b: [last.b[0], right[1]],
        moved: crossing,
      };
    else passages.push({ a: left, b: right, moved: crossing });
  }
  return passages;
}

function range(cell: PageCell | null | undefined): readonly [number, number] | null {
  const first = cell?.sentences[0];
  const last = cell?.sentences.at(-1);
  return first === undefined || last === undefined ? null : [first, last];
}
