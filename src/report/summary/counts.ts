/** The rows of a page in numbers. */
import { checkCodes, type CheckCode } from '../../domain.js';
import type { PageColumn, PageRow } from '../data/page-data.js';
import { isAside, isLinked, rowLevel, rowType } from '../data/row-facts.js';

/** Names and how often each occurs. */
export type Counts = readonly (readonly [name: string, count: number])[];

/** How often each name occurs, the most frequent first. */
export function countBy(rows: readonly PageRow[], nameOf: (row: PageRow) => string): Counts {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const name = nameOf(row);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1));
}

/** The counts of a page. */
export interface PageCounts {
  readonly rows: number;
  readonly linked: number;
  /** Of linked rows. */
  readonly types: Counts;
  readonly levels: Counts;
  readonly statuses: Counts;
  /** Cells by language. */
  readonly languages: Counts;
  readonly noise: number;
}

/** Counts the rows. Linear in them. */
export function countRows(rows: readonly PageRow[], columns: readonly PageColumn[]): PageCounts {
  const linked = rows.filter(isLinked);
  const languages = new Map<string, number>();
  for (const { cells } of rows)
    cells.forEach((cell, column) => {
      if (cell === null) return;
      const language = cell.language ?? columns[column]?.language ?? 'und';
      languages.set(language, (languages.get(language) ?? 0) + 1);
    });
  return {
    rows: rows.length,
    linked: linked.length,
    types: countBy(linked, rowType),
    levels: ['sure', 'fair', 'doubtful'].flatMap((level) => {
      const count = linked.filter((row) => rowLevel(row) === level).length;
      return count === 0 ? [] : [[level, count] as const];
    }),
    statuses: countBy(
      rows.filter((row) => !isAside(row)),
      ({ status = 'unreviewed' }) => status,
    ),
    languages: [...languages].sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1)),
    noise: rows.filter(isAside).length,
  };
}

/** How many bars the histogram of confidence has. */
const bars = 20;

/** Linked rows by confidence: each bar is a twentieth. */
export function confidenceHistogram(rows: readonly PageRow[]): readonly number[] {
  return histogramOf(
    rows.flatMap((row) => (!isLinked(row) || row.method === 'manual' ? [] : [row.confidence])),
  );
}

/** Linked rows by quality, of those that were judged. */
export function qualityHistogram(rows: readonly PageRow[]): readonly number[] {
  return histogramOf(rows.flatMap(({ quality }) => (quality === undefined ? [] : [quality[0]])));
}

function histogramOf(values: readonly number[]): readonly number[] {
  const counts = Array.from({ length: bars }, () => 0);
  for (const value of values) {
    const bar = Math.min(bars - 1, Math.floor(value * bars));
    counts[bar] = (counts[bar] ?? 0) + 1;
  }
  return counts;
}

/** A failed check and its row. */
export interface FailedCheck {
  readonly row: number;
  readonly text: string;
}

/** The failed checks by kind, in the order of the kinds. */
export function failedChecks(
  rows: readonly PageRow[],
): readonly { readonly code: CheckCode; readonly failed: readonly FailedCheck[] }[] {
  const found = new Map<CheckCode, FailedCheck[]>(checkCodes.map((code) => [code, []]));
  for (const { id, checks = [] } of rows)
    for (const { code, text } of checks) found.get(code)?.push({ row: id, text });
  return [...found].flatMap(([code, failed]) => (failed.length === 0 ? [] : [{ code, failed }]));
}

/** How much longer one text is than the other, along the first. */
export interface LengthRatio {
  /** Of all linked rows. */
  readonly whole: number;
  /** Of equal numbers of rows, in order: sentence of the first text, and the ratio there. */
  readonly points: readonly (readonly [sentence: number, ratio: number])[];
}

/** How many points a curve has at most, and of how many rows each is made at least. */
const mostPoints = 60;
const leastRows = 3;

/** Length of column b by that of column a; null with too few rows to tell. */
export function lengthRatio(rows: readonly PageRow[], a: number, b: number): LengthRatio | null {
  const pairs = rows.flatMap(({ cells, status }) => {
    const [left, right] = [cells[a], cells[b]];
    if (!left || !right || status === 'rejected') return [];
    return [{ at: left.at[0] ?? 0, left: left.text.length, right: right.text.length }];
  });
  pairs.sort((x, y) => x.at - y.at);
  const size = Math.max(leastRows, Math.ceil(pairs.length / mostPoints));
  if (pairs.length < 2 * size) return null;
  const ratio = (list: typeof pairs) =>
    list.reduce((sum, { right }) => sum + right, 1) / list.reduce((sum, { left }) => sum + left, 1);
  const points: [number, number][] = [];
  for (let from = 0; from + size <= pairs.length; from += size)
    points.push([pairs[from]?.at ?? 0, ratio(pairs.slice(from, from + size))]);
  return { whole: ratio(pairs), points };
}
