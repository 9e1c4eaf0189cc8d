/** What an import changes, for people and as data. */
import { relative } from 'node:path';
import type { ImportPlan, ImportProblem } from '../../../review/import/plan-import.js';
import { oneLine } from '../../../terminal/safe-text.js';

/** A plan, and the name of the imported file. */
export interface NamedPlan {
  readonly plan: ImportPlan;
  readonly name: string;
}

/** The counts on one line: `edited.csv: 40 lines, 3 rows change (status 2, note 1)`. */
export function countImport({ plan, name }: NamedPlan, applied = false): string {
  const { differences, rowsChanged, lines, problems } = plan;
  const kinds = new Map<string, number>();
  for (const { column } of differences) kinds.set(column, (kinds.get(column) ?? 0) + 1);
  const detail = [...kinds].map(([column, count]) => `${column} ${count}`).join(', ');
  const verb = applied ? 'changed' : rowsChanged === 1 ? 'changes' : 'change';
  const changed =
    rowsChanged === 0
      ? 'nothing to change'
      : `${rowsChanged} ${rowsChanged === 1 ? 'row' : 'rows'} ${verb} (${detail})`;
  const left = problems.length === 0 ? '' : `; ${problems.length} not applied`;
  return oneLine(`${name}: ${lines} ${lines === 1 ? 'line' : 'lines'}, ${changed}${left}`);
}

/** The changes, one per line, with the row's number and the line in the file. */
export function listDifferences({ differences }: ImportPlan): string {
  return differences
    .map(({ row, line, column, before, after }) => {
      const what = `${shown(column, before)} -> ${shown(column, after)}`;
      return `  row ${row} (line ${line}): ${column}: ${oneLine(what)}\n`;
    })
    .join('');
}

/** A problem on one line: `edited.csv:14: row 13: ...`. */
export function describeProblem(name: string, { line, row, problem }: ImportProblem): string {
  return oneLine(`${name}:${line}: ${row === null ? '' : `row ${row}: `}${problem}`);
}

/** The plan as data. */
export function importData(
  { plan, name }: NamedPlan,
  at: { readonly cwd: string; readonly review: string; readonly applied: boolean },
): object {
  const { lines, rowsChanged, differences, problems } = plan;
  const review = relative(at.cwd, at.review);
  return { review, file: name, lines, rowsChanged, applied: at.applied, differences, problems };
}

function shown(column: string, text: string): string {
  return column === 'status' || column === 'flagged' ? text : `"${text}"`;
}
