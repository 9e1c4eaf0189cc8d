/** A table as people read it on a terminal: what was found, then the pairs, then what is alone. */
import type { Table } from '../../domain.js';
import { painter } from '../../terminal/paint.js';
import { isRejectedLink, outputRecords, unlinked } from '../../write/records/records.js';
import type { OutputRecord } from '../../write/records/records.js';
import { renderAlone } from './render-alone.js';
import { renderPairs } from './render-pairs.js';
import { renderSummary } from './render-summary.js';

/** Where the rendering goes, and how much of it. */
export interface RenderOptions {
  readonly columns: number;
  readonly color: boolean;
  /** List the sentences without a partner, too. */
  readonly all?: boolean;
  /** Say of every alignment why it has its mode. */
  readonly verbose?: boolean;
  /** Which rows are shown; all when absent. */
  readonly keep?: (record: OutputRecord) => boolean;
}

/** Lines longer than this are unpleasant to read. */
const widest = 160;

/** Lines without line ends: sources, verdict and counts first. */
export function* renderTable(table: Table, options: RenderOptions): Generator<string> {
  const paint = painter(options.color);
  // Two cells are left free: terminals differ in the width of some scripts.
  const width = Math.min(widest, Math.max(40, options.columns - 2));
  const { keep, all = false, verbose = false } = options;
  const kept = [...outputRecords(table)].filter((record) => keep?.(record) ?? true);
  const records = kept.flatMap((record) => (isRejectedLink(record) ? unlinked(record) : [record]));
  yield* renderSummary(table, records, { width, paint, verbose, all });
  yield* renderPairs(table, records, width, paint);
  if (all) yield* renderAlone(table, records, width, paint);
}
