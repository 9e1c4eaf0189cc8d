/** The content of a table in numbers, for the summary on the terminal and for the batch's report. */
import { confidenceLevel } from '../../confidence.js';
import type { OutputRecord } from './records.js';

/** Counts over all records of a table. */
export interface TableCounts {
  /** Rows with at least two sides; the sentences of rejected rows count as unaligned. */
  readonly pairs: number;
  /** How many of them there are of each type, most frequent first. */
  readonly types: readonly (readonly [string, number])[];
  /** Sentences without a partner, per column; without noise. */
  readonly unmatched: readonly number[];
  readonly noise: number;
  /** Pairs under `doubtfulConfidence`. */
  readonly doubtful: number;
  /** Pairs out of order. */
  readonly crossing: number;
  /** Pairs in which a check found something. */
  readonly differences: number;
}

/** Counts records; linear in them. */
export function countRecords(records: Iterable<OutputRecord>): TableCounts {
  const counter = new RecordCounter();
  for (const record of records) counter.add(record);
  return counter.counts();
}

/** Counts records as they come. */
export class RecordCounter {
  readonly #counts = { pairs: 0, noise: 0, doubtful: 0, crossing: 0, differences: 0 };
  readonly #types = new Map<string, number>();
  readonly #unmatched: number[] = [];

  /** Counts one more record. */
  add({ cells, method, type, confidence, crossing, status, checks }: OutputRecord): void {
    const [counts, types, unmatched] = [this.#counts, this.#types, this.#unmatched];
    while (unmatched.length < cells.length) unmatched.push(0);
    const filled = cells.flatMap((cell, column) => (cell ? [{ cell, column }] : []));
    if (method === 'noise') counts.noise++;
    else if (filled.length > 1 && status !== 'rejected') {
      counts.pairs++;
      types.set(type, (types.get(type) ?? 0) + 1);
      if (method !== 'manual' && confidenceLevel(confidence) === 'doubtful') counts.doubtful++;
      if (crossing) counts.crossing++;
      if (checks.length > 0) counts.differences++;
    } else
      for (const { cell, column } of filled)
        unmatched[column] = (unmatched[column] ?? 0) + cell.sentences.length;
  }

  /** The counts so far. */
  counts(): TableCounts {
    const types = [...this.#types].sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1));
    return { ...this.#counts, types, unmatched: [...this.#unmatched] };
  }
}
