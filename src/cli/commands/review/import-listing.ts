/** What an import changes, for people and as data. */
import { relative } from 'node:path';
import type { ImportPlan, ImportProblem } from '../../../review/import/plan-import.js';
import { oneLine } from '../../../terminal/safe-text.js';

/** A plan, and the name of the imported file. */
export interface NamedPlan {
  readonly plan: ImportPlan;
  readonly name: string;
  /** Who decided; empty if nobody says. */
  readonly by: string;
}

/** The counts on one line: `edited.csv: 40 lines, 3 rows change (status 2, note 1)`. */
export function countImport({ plan, name, by }: NamedPlan, applied = false): string {
  const { unit, differences, rowsChanged, lines, problems } = plan;
  const kinds = new Map<string, number>();
  for (const { column } of differences) kinds.set(column, (kinds.get(column) ?? 0) + 1);
  const detail = [...kinds].map(([column, count]) => `${column} ${count}`).join(', ');
  const verb = applied ? 'changed' : rowsChanged === 1 ? 'changes' : 'change';
  const changed =
    rowsChanged === 0
      ? 'nothing to change'
      : `${rowsChanged} ${rowsChanged === 1 ? 'row' : 'rows'} ${verb} (${detail})`;
  const left = problems.length === 0 ? '' : `; ${problems.length} not applied`;
  const who = unit === 'decision' && by !== '' ? ` by ${by}` : '';
  const count = `${lines} ${lines === 1 ? unit : `${unit}s`}`;
  return oneLine(`${name}: ${count}${who}, ${changed}${left}`);
}

/** The changes, one per line, with the row's number and the line in the file. */
export function listDifferences({ unit, differences }: ImportPlan): string {
  return differences
    .map(({ row, line, column, before, after }) => {
      const what = `${shown(column, before)} -> ${shown(column, after)}`;
      const at = unit === 'line' ? ` (line ${line})` : '';
      return `  row ${row}${at}: ${column}: ${oneLine(what)}\n`;
    })
    .join('');
}

/** A problem on one line: `edited.csv:14: row 13: ...`, `decisions.json: row 13: ...`. */
export function describeProblem(
  { plan: { unit }, name }: NamedPlan,
  { line, row, problem }: ImportProblem,
): string {
  const at = unit === 'line' ? `:${line}` : '';
  return oneLine(`${name}${at}: ${row === null ? '' : `row ${row}: `}${problem}`);
}

/** The plan as data. */
export function importData(
  { plan, name, by }: NamedPlan,
  at: { readonly cwd: string; readonly review: string; readonly applied: boolean },
): object {
  const { unit, lines, rowsChanged, differences, problems } = plan;
  const review = relative(at.cwd, at.review);
  if (unit === 'decision') {
    const counts = { decisions: lines, decidedBy: by, rowsChanged, applied: at.applied };
    return {
      ...{ review, file: name, ...counts },
      differences: differences.map(({ line: _line, ...rest }) => rest),
      problems: problems.map(({ line: _line, ...rest }) => rest),
    };
  }
  return { review, file: name, lines, rowsChanged, applied: at.applied, differences, problems };
}

function shown(column: string, text: string): string {
  return column === 'status' || column === 'flagged' ? text : `"${text}"`;
}
