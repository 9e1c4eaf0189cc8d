/** A table for reading on a terminal: a summary, the pairs, then sentences without a partner. */
import type { Table } from '../../domain.js';
import { painter } from '../../terminal/paint.js';
import { RecordCounter } from '../../write/records/counts.js';
import { isPair, isRejectedLink, outputRecords, unlinked } from '../../write/records/records.js';
import type { OutputRecord } from '../../write/records/records.js';
import { aloneLine, renderAlone, type AloneLine } from './render-alone.js';
import { renderPairs } from './render-pairs.js';
import { renderSummary } from './render-summary.js';

/** The terminal, and how much of the table to show. */
export interface RenderOptions {
  readonly columns: number;
  readonly color: boolean;
  /** Also list the sentences without a partner. */
  readonly all?: boolean;
  /** Say why each alignment has its mode. */
  readonly verbose?: boolean;
  /** Which rows to show; all by default. */
  readonly keep?: (record: OutputRecord) => boolean;
}

/** Lines longer than this are unpleasant to read. */
const widest = 160;

/** Yields lines without line ends; the summary comes first. */
export function* renderTable(table: Table, options: RenderOptions): Generator<string> {
  const paint = painter(options.color);
  // Leave two cells free: terminals disagree about the width of some scripts.
  const width = Math.min(widest, Math.max(40, options.columns - 2));
  const { keep, all = false, verbose = false } = options;
  const counter = new RecordCounter();
  const pairs: OutputRecord[] = [];
  const alone: AloneLine[] = [];
  // One after the other: a long text has far more sentences without a partner than are shown.
  for (const record of outputRecords(table)) {
    if (keep?.(record) === false) continue;
    for (const own of isRejectedLink(record) ? unlinked(record) : [record]) {
      counter.add(own);
      if (isPair(own)) pairs.push(own);
      else if (all) {
        const line = aloneLine(own);
        if (line) alone.push(line);
      }
    }
  }
  yield* renderSummary(table, counter.counts(), { width, paint, verbose, all });
  yield* renderPairs(table, pairs, width, paint);
  if (all) yield* renderAlone(table, alone, width, paint);
}
