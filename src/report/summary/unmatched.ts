/** What has no counterpart. */

import type { PageRow } from '../data/page-data.js';
import { isAside, sentenceCount } from '../data/row-facts.js';

/** Neighbouring sentences of one text without a counterpart. */
export interface Unmatched {
  readonly from: number;
  readonly to: number;
  readonly sentences: number;
  /** The row that it begins in. */
  readonly row: number;
}

/** The runs of sentences in a column that have no counterpart in another, in the order of the text; without noise. */
export function unmatchedRuns(
  rows: readonly PageRow[],
  column: number,
  other: number,
): Unmatched[] {
  const parts = rows
    .flatMap((row) => {
      const cell = row.cells[column];
      if (!cell || isAside(row)) return [];
      if (row.cells[other] && row.status !== 'rejected') return [];
      const [from = 0] = cell.at;
      return [{ from, to: cell.at.at(-1) ?? from, sentences: sentenceCount(cell), row: row.id }];
    })
    .sort((x, y) => x.from - y.from);
  const runs: Unmatched[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last && last.to + 1 === part.from)
      runs[runs.length - 1] = {
        ...last,
        to: part.to,
        sentences: last.sentences + part.sentences,
      };
    else runs.push(part);
  }
  return runs;
}
