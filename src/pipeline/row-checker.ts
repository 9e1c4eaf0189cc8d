import type { Stream } from '../domain.js';
import { checkGroup } from '../check/check-group.js';
import type { Source, Group, Check } from '../domain.js';

/** The streams that rows are made of. */
export interface StreamParts {
  readonly sources: readonly Source[];
  readonly streams: readonly Stream[];
}

/** What the checks of a table's rows are made from. */
export interface RowParts extends StreamParts {
  readonly groups: readonly Group[];
}

/** Whoever checks the rows of a run. */
export interface RowChecker {
  /** Told before aligning begins: what can be read of the texts may be read meanwhile. */
  readAhead(parts: StreamParts): void;
  /** The checks of every row, in the order of the rows. */
  check(parts: RowParts): Check[][] | Promise<Check[][]>;
}

/** Checks in this thread, when all rows are there. */
export const ownChecks: RowChecker = {
  readAhead: () => {},
  check: (parts) => parts.groups.map((group) => checkGroup(parts, group)),
};
