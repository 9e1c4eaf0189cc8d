/**
 * What an edited table changes in a review. A table doesn't say from which state of the review it
 * was written, so that state is found in the history. Differences from it were made in the table and
 * are imported. Other differences from the review were made in the review since, and are kept.
 */
import { fieldOf, type EditedLine, type EditedTable } from '../../read/tables/edited-table.js';
import { indexOfRow, rowNumber } from '../lookup.js';
import type { Draft, Review, ReviewRow } from '../model.js';
import { mergeChanges, sameCells, type WantedChange } from '../operations/merge-changes.js';
import type { OperationContext } from '../operations/rebuild.js';
import type { ReviewTexts } from '../parts.js';
import { cellText } from '../text.js';
import { compareLine, lettersOf, quoted, type LineReading } from './compare-line.js';
import { likeliestState } from './past-states.js';
import { wholeNumber } from './spreadsheet-numbers.js';
import { straySentences } from './stray-lines.js';

/** One thing that an import changes. */
export interface ImportedDifference {
  readonly row: number;
  /** Line in the file, or place among the decisions, from 1. */
  readonly line: number;
  /** As in the table: `status`, `note`, `flagged`, `b_text`. */
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** What is not imported from a line, and why. */
export interface ImportProblem {
  readonly line: number;
  /** Null if the line names no row. */
  readonly row: number | null;
  readonly problem: string;
}

/** What an import does. */
export interface ImportPlan {
  /** What the file consists of. */
  readonly unit: 'line' | 'decision';
  /** One step; refused if there is nothing to change. */
  readonly draft: Draft;
  /** How many there are, including those that can't be imported. */
  readonly lines: number;
  readonly rowsChanged: number;
  readonly differences: readonly ImportedDifference[];
  /** In the order of the lines. */
  readonly problems: readonly ImportProblem[];
  /** Whether rows were matched by id alone, because the table has nothing else to identify them. */
  readonly byIdAlone: boolean;
}

interface NumberedLine {
  readonly line: EditedLine;
  readonly row: number;
}

interface WantedLine extends WantedChange {
  readonly line: number;
}

/**
 * Compares an edited table with a review. Of several `readings` of the file, the one that differs
 * least is used. `from` is as for `mergeChanges`. Linear in the table and the history.
 */
export function planImport(
  review: Review,
  readings: readonly EditedTable[],
  from: string,
  context: OperationContext = {},
): ImportPlan {
  const weighed = readings.map((table) => {
    const numbered = numberLines(review, table);
    const state = findState(review, table, numbered.lines);
    const cost = numbered.lines.reduce((sum, { line, row }) => {
      const own = state.rows.get(row - 1);
      return sum + (own === undefined ? 0 : costOf(compareLine(table, line, state.texts, own)));
    }, numbered.problems.length);
    return { table, numbered, state, cost };
  });
  const [first, ...others] = weighed;
  if (first === undefined) throw new RangeError('a table has one reading at least');
  const { table, numbered, state } = others.reduce(
    (best, next) => (next.cost < best.cost ? next : best),
    first,
  );
  const problems: ImportProblem[] = [...numbered.problems];
  const wanted: WantedLine[] = [];
  const read = numbered.lines.map(({ line, row }) => {
    const now = review.rows[indexOfRow(review, row - 1)];
    const past = state.rows.get(row - 1);
    const found = readLine(table, line, [
      ...(past ? [{ row: past, texts: state.texts }] : []),
      ...(now && now !== past ? [{ row: now, texts: review }] : []),
    ]);
    return { line, row, now, found };
  });
  const foreign = read.filter(({ found }) => isForeign(found)).length;
  const fitting = read.filter(({ found }) => found?.reading.type === 'wishes').length;
  const ofAnother = foreign >= fewestForeign && foreign > fitting / 2;
  for (const { line, row, now, found } of read) {
    if (ofAnother && isForeign(found)) {
      const problem = `none of its texts match row ${row}: does this table belong to another review?`;
      problems.push({ line: line.line, row, problem });
      continue;
    }
    if (found === null) {
      problems.push({ line: line.line, row, problem: `there is no row ${row} in the review` });
      continue;
    }
    if (found.reading.type !== 'wishes') {
      problems.push({ line: line.line, row, problem: found.reading.problem });
      continue;
    }
    const { values, texts } = found.reading;
    if (Object.keys(values).length > 0 || Object.keys(texts).length > 0) {
      wanted.push({ row, line: line.line, basedOn: found.row, values, texts });
    }
    if (now !== undefined) {
      const kept = keptValues(table, line, review, found, now);
      if (kept !== null) problems.push({ line: line.line, row, problem: kept });
    }
  }
  const { draft, merged, conflicts } = mergeChanges(review, wanted, from, context);
  for (const { wanted: own, problem } of conflicts) {
    problems.push({ line: own.line, row: own.row, problem: `${problem}; it was not changed` });
  }
  return {
    unit: 'line',
    draft,
    lines: table.lines.length + table.faults.length,
    rowsChanged: merged.length,
    differences: merged.flatMap(({ wanted: { line }, before, after }) =>
      differencesOf(review, before, after).map((difference) => ({ ...difference, line })),
    ),
    problems: problems.sort((a, b) => a.line - b.line),
    byIdAlone: ![...table.columns.keys()].some((name) =>
      /_(?:text|original|start|end|sentences)$/.test(name),
    ),
  };
}

/** The lines that name a row by its number; leaves out noise, which has nothing to import. */
function numberLines(
  review: Review,
  table: EditedTable,
): { readonly lines: readonly NumberedLine[]; readonly problems: readonly ImportProblem[] } {
  const problems: ImportProblem[] = table.faults.map((fault) => ({ ...fault, row: null }));
  const byRow = new Map<number, EditedLine[]>();
  const stray = straySentences(review, table);
  for (const line of table.lines) {
    const id = fieldOf(table, line, 'id') ?? '';
    const row = wholeNumber(id);
    const isRow = row !== null && indexOfRow(review, row - 1) >= 0;
    const strayProblem = stray(line, isRow);
    if (strayProblem !== undefined) {
      if (strayProblem !== null) problems.push({ line: line.line, row, problem: strayProblem });
    } else if (row === null) {
      const problem =
        id.trim() === '' ? 'has no id' : `id ${quoted(id)} is not the number of a row`;
      problems.push({ line: line.line, row, problem });
    } else {
      const same = byRow.get(row);
      if (same === undefined) byRow.set(row, [line]);
      else same.push(line);
    }
  }
  const lines: NumberedLine[] = [];
  for (const [row, same] of byRow) {
    const [line, ...others] = same;
    if (line !== undefined && others.length === 0) lines.push({ line, row });
    else {
      const problem = `id ${row} appears more than once (lines ${line?.line} and ${others[0]?.line}${others.length > 1 ? ' ...' : ''})`;
      problems.push(...same.map((own) => ({ line: own.line, row, problem })));
    }
  }
  return { lines, problems };
}

function findState(review: Review, table: EditedTable, numbered: readonly NumberedLine[]) {
  const lines = new Map(numbered.map(({ line, row }) => [row - 1, line]));
  return likeliestState(review, [...lines.keys()], (id, row, texts) => {
    const line = lines.get(id);
    if (line === undefined) return 0;
    return row === undefined ? anotherRow : costOf(compareLine(table, line, texts, row));
  });
}

/** Cost of a line that belongs to another row: more than that of all possible changes in one row. */
const anotherRow = 8;

function costOf(reading: LineReading): number {
  if (reading.type === 'another-row') return anotherRow;
  if (reading.type === 'fault') return 1;
  return Object.keys(reading.values).length + Object.keys(reading.texts).length;
}

interface FoundRow {
  readonly row: ReviewRow;
  readonly reading: LineReading;
}

/** Lines with only new texts mean another review if there are this many and most matching lines are like that. */
const fewestForeign = 3;

function isForeign(found: FoundRow | null): boolean {
  return found?.reading.type === 'wishes' && found.reading.foreign;
}

/** Reads a line as one of the first row that it fits; if it fits none, as one of the last. */
function readLine(
  table: EditedTable,
  line: EditedLine,
  rows: readonly { readonly row: ReviewRow; readonly texts: ReviewTexts }[],
): FoundRow | null {
  const found = rows.map(({ row, texts }) => ({
    row,
    reading: compareLine(table, line, texts, row),
  }));
  return found.find(({ reading }) => reading.type !== 'another-row') ?? found.at(-1) ?? null;
}

/** Where the review differs from an unchanged line, because it was changed since. */
function keptValues(
  table: EditedTable,
  line: EditedLine,
  review: Review,
  { row: base, reading }: FoundRow,
  now: ReviewRow,
): string | null {
  if (reading.type !== 'wishes' || base === now || !sameCells(base.cells, now.cells)) return null;
  const { values, texts } = reading;
  const rewritten = Object.keys(texts).length > 0;
  const kept = differencesOf(review, base, now).filter(({ column }) => {
    if (fieldOf(table, line, column) === undefined) return false;
    if (column === 'status') return values.status === undefined && !rewritten;
    if (column === 'note') return values.note === undefined;
    if (column === 'flagged') return values.flagged === undefined;
    const stream = lettersOf(review, now).get(column.slice(0, column.indexOf('_')));
    return stream === undefined || texts[stream] === undefined;
  });
  if (kept.length === 0) return null;
  const what = kept.map(
    ({ column, before, after }) => `${column} ${quoted(after)} (in the file ${quoted(before)})`,
  );
  return `seems to have changed in the review after the file was written, and was kept: ${what.join(', ')}`;
}

/** What differs between two states of a row, column by column. */
export function differencesOf(
  review: Review,
  before: ReviewRow,
  after: ReviewRow,
  statusOf: (row: ReviewRow) => string = ({ status }) => status,
): Omit<ImportedDifference, 'line'>[] {
  const said = (row: ReviewRow): Map<string, string> =>
    new Map([
      ['status', statusOf(row)],
      ['note', row.note],
      ['flagged', row.flagged ? 'yes' : 'no'],
      ...[...lettersOf(review, row)].map(
        ([letter, stream]) => [`${letter}_text`, cellText(review, row, stream)] as const,
      ),
    ]);
  const now = said(after);
  return [...said(before)].flatMap(([column, own]) => {
    const other = now.get(column) ?? own;
    return other === own ? [] : [{ row: rowNumber(before), column, before: own, after: other }];
  });
}
