/** What follows from a row of the page; for the program and the page's script. */
import { confidenceLevel, type ConfidenceLevel } from '../../confidence.js';
import type { PageCell, PageRow } from './page-data.js';

/** How far a row can be relied on; `none` where nothing is linked, or a person made the link. */
export type PageLevel = ConfidenceLevel | 'none';

/** Whether at least two columns have a part. */
export function isLinked({ cells }: PageRow): boolean {
  let filled = 0;
  for (const cell of cells) if (cell !== null) filled++;
  return filled > 1;
}

/** Whether it was never aligned: menus, repeats, sentences in another language. */
export function isAside({ method }: PageRow): boolean {
  return method === 'noise' || method === 'excluded';
}

/** The level of a row. */
export function rowLevel(row: PageRow): PageLevel {
  return isLinked(row) && row.method !== 'manual' ? confidenceLevel(row.confidence) : 'none';
}

/** How many sentences a cell has. */
export function sentenceCount({ at }: PageCell): number {
  let count = 0;
  for (let k = 0; k + 1 < at.length; k += 2) count += (at[k + 1] ?? 0) - (at[k] ?? 0) + 1;
  return count;
}

/** Sentences per column: `2-1`. */
export function rowType({ cells }: PageRow): string {
  return cells.map((cell) => (cell === null ? 0 : sentenceCount(cell))).join('-');
}

/** The first and the last sentence of a cell; null if there is none. */
export function cellRange(
  cell: PageCell | null | undefined,
): readonly [first: number, last: number] | null {
  const first = cell?.at[0];
  const last = cell?.at.at(-1);
  return first === undefined || last === undefined ? null : [first, last];
}
