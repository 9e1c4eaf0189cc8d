import { Checker } from '../check/checker.js';
import type { Cells } from '../check/passages.js';
import type { Check, Source, Stream } from '../domain.js';
import type { Glossary } from '../text/terms/glossary.js';

/** The streams that rows consist of. */
export interface StreamParts {
  readonly sources: readonly Source[];
  readonly streams: readonly Stream[];
}

/** Checks all rows of a run; their checks in the order of the rows. */
export type CheckRows = (rows: readonly Cells[]) => Check[][] | Promise<Check[][]>;

/** Checks the rows of a run. */
export interface RowChecker {
  /**
   * Receives the streams before they are aligned, so that their texts can be analysed meanwhile, and the agreed
   * translations, if there are any.
   */
  begin(parts: StreamParts, glossary?: Glossary): CheckRows;
}

/** Checks in this thread, once all rows exist. */
export const ownChecks: RowChecker = {
  begin:
    ({ streams }, glossary) =>
    (rows) => {
      const checker = new Checker(streams, rows, undefined, glossary);
      return rows.map((row) => checker.check(row));
    },
};
