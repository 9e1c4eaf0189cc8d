import { Checker } from '../check/checker.js';
import type { Cells } from '../check/passages.js';
import type { Check, Source, Stream } from '../domain.js';

/** The streams that rows are made of. */
export interface StreamParts {
  readonly sources: readonly Source[];
  readonly streams: readonly Stream[];
}

/** Checks all rows of a run; their checks in the order of the rows. */
export type CheckRows = (rows: readonly Cells[]) => Check[][] | Promise<Check[][]>;

/** Whoever checks the rows of a run. */
export interface RowChecker {
  /** Takes the streams before they are aligned, so that their texts may be read meanwhile. */
  begin(parts: StreamParts): CheckRows;
}

/** Checks in this thread, when all rows are there. */
export const ownChecks: RowChecker = {
  begin:
    ({ streams }) =>
    (rows) => {
      const checker = new Checker(streams, rows);
      return rows.map((row) => checker.check(row));
    },
};
