/** Which rows are shown. */
import type { CheckCode } from '../../../domain.js';
import type { PageColumn, PageRow } from '../../data/page-data.js';
import { isAside, rowLevel, rowType } from '../../data/row-facts.js';
import type { Decision } from './decision.js';
import { makeQuery, matchesExactly, type Query } from './search.js';

/** What rows must be; an empty string wants nothing. */
export interface Filter {
  readonly search: string;
  readonly level: string;
  readonly status: string;
  readonly check: string;
  readonly type: string;
  readonly language: string;
}

/** All rows. */
export const noFilter: Filter = {
  search: '',
  level: '',
  status: '',
  check: '',
  type: '',
  language: '',
};

/** The keys of a filter that are chosen from a list. */
export const filterKeys = ['level', 'status', 'check', 'type', 'language'] as const;
/** One of `filterKeys`. */
export type FilterKey = (typeof filterKeys)[number];

/** Whether a name is one of `filterKeys`. */
export function isFilterKey(name: string): name is FilterKey {
  return filterKeys.some((key) => key === name);
}

/** What a filter asks of a row besides its own facts. */
export interface FilterContext {
  readonly rows: readonly PageRow[];
  readonly columns: readonly PageColumn[];
  /** The folded texts of a row. */
  folded(index: number): string;
  decision(row: PageRow): Decision | undefined;
}

/** The status of a row with what was decided on the page. */
export function effectiveStatus(row: PageRow, decision: Decision | undefined): string {
  if (decision?.status) return decision.status;
  if (decision?.edits.some((edit) => edit !== null)) return 'edited';
  // A reviewer put it back into the queue.
  if (row.doubt === true && row.status === undefined) return 'needs-review';
  return row.status ?? 'unreviewed';
}

/** The languages of a row's cells. */
export function rowLanguages(row: PageRow, columns: readonly PageColumn[]): string[] {
  return row.cells.flatMap((cell, column) =>
    cell === null ? [] : [cell.language ?? columns[column]?.language ?? 'und'],
  );
}

/** One flag for each row: 1 if it is shown. Linear in the texts. */
export function applyFilter(filter: Filter, context: FilterContext): Uint8Array {
  const { rows, columns } = context;
  const query = makeQuery(filter.search);
  const shown = new Uint8Array(rows.length);
  rows.forEach((row, index) => {
    const fits =
      (filter.level === '' || rowLevel(row) === filter.level) &&
      (filter.type === '' || rowType(row) === filter.type) &&
      (filter.check === '' || checkFits(row, filter.check)) &&
      (filter.language === '' || rowLanguages(row, columns).includes(filter.language)) &&
      (filter.status === '' || statusFits(row, filter.status, context)) &&
      (query === null || textFits(row, index, query, context));
    shown[index] = fits ? 1 : 0;
  });
  return shown;
}

function checkFits({ checks = [] }: PageRow, wanted: string): boolean {
  return wanted === 'any' ? checks.length > 0 : checks.some(({ code }) => code === wanted);
}

function statusFits(row: PageRow, wanted: string, context: FilterContext): boolean {
  return !isAside(row) && effectiveStatus(row, context.decision(row)) === wanted;
}

function textFits(row: PageRow, index: number, query: Query, context: FilterContext): boolean {
  if (!context.folded(index).includes(query.folded)) return false;
  if (!query.caseMatters && !query.accentsMatter) return true;
  return row.cells.some((cell) => cell !== null && matchesExactly(query, cell.text));
}

/** The values that a filter can choose from, with how many rows have each. */
export interface FilterChoices {
  readonly level: readonly string[];
  readonly status: readonly string[];
  readonly check: readonly CheckCode[];
  readonly type: readonly string[];
  readonly language: readonly string[];
}

/** The values that occur, the most frequent first. */
export function filterChoices(
  rows: readonly PageRow[],
  columns: readonly PageColumn[],
): FilterChoices {
  const types = new Map<string, number>();
  const languages = new Map<string, number>();
  const checks = new Map<CheckCode, number>();
  const add = <Name>(counts: Map<Name, number>, name: Name) =>
    void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const row of rows) {
    if (!isAside(row)) add(types, rowType(row));
    for (const language of rowLanguages(row, columns)) add(languages, language);
    for (const { code } of row.checks ?? []) add(checks, code);
  }
  const names = <Name>(counts: Map<Name, number>): Name[] =>
    [...counts].sort((x, y) => y[1] - x[1]).map(([name]) => name);
  return {
    level: ['sure', 'fair', 'doubtful', 'none'],
    status: ['unreviewed', 'accepted', 'rejected', 'edited', 'needs-review'],
    check: names(checks),
    type: names(types),
    language: names(languages),
  };
}
