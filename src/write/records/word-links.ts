/** Which words of a record's cells say the same. */
import type { OutputRecord } from './records.js';

/**
 * Two words that say the same: where each begins and ends in the text of its cell (UTF-16 offsets, half-open), and how sure it is,
 * 0 to 1.
 */
export type WordLink = readonly [
  aStart: number,
  aEnd: number,
  bStart: number,
  bEnd: number,
  confidence: number,
];

/** The links between two cells of a record. */
export interface CellLinks {
  /** Columns of the table: indices of the record's cells. */
  readonly a: number;
  readonly b: number;
  /** In the order of the first text. */
  readonly links: readonly WordLink[];
}

/** Finds the links of a record; none if it has fewer than two cells. */
export type RecordWords = (record: OutputRecord) => readonly CellLinks[];
