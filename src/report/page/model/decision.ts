/** What somebody decided about a row on the page. */

import type { Status } from '../../../domain.js';

/** The decisions that a page takes. */
export const decisionStatuses = ['accepted', 'rejected', 'needs-review'] as const;
/** One of `decisionStatuses`. */
export type DecisionStatus = (typeof decisionStatuses)[number];

/** A decision as the decisions file holds it. */
export interface Decision {
  /** Number of the row. */
  readonly row: number;
  /** The row's texts when it was decided, one per source; empty where it has none. */
  readonly texts: readonly string[];
  /** What the row said when it was decided. */
  readonly was?: { readonly status: Status; readonly note: string };
  readonly status: DecisionStatus | null;
  readonly note: string | null;
  /** One per source: the text to put in place of the source's, or null. */
  readonly edits: readonly (string | null)[];
}

/** What is downloaded and imported. */
export interface DecisionsFile {
  readonly format: 'paralign-decisions';
  readonly version: 1;
  /** The alignment that the decisions are about. */
  readonly alignment: string;
  /** Name of the review. */
  readonly source: string;
  readonly decided_by: string;
  readonly created: null;
  readonly decisions: readonly Decision[];
}
