import type { Check, Group, Source, Stream } from '../domain.js';

/** What the checks read besides the row. */
export interface CheckParts {
  readonly sources: readonly Source[];
  readonly streams: readonly Stream[];
}

/** Everything in a row that a person should look at, pair of streams by pair of streams. */
export function checkGroup(_parts: CheckParts, _group: Group): Check[] {
  return [];
}
