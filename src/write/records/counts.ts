/** The content of a table in numbers, for the summary on the terminal and for the batch's report. */
import { confidenceLevel } from '../../confidence.js';
import type { Table } from '../../domain.js';
import { columnCount } from './head.js';
import {
  columnOfStray,
  columnOfStream,
  rowRecord,
  straysByRow,
  type OutputRecord,
} from './records.js';

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

/** The counts of all records of a table, of which only those that link something are made. */
export function countTable(table: Table): TableCounts {
  const columns = columnCount(table);
  const counter = new RecordCounter();
  for (const [index, row] of table.rows.entries()) {
    const alone = onlyStream(table, row.cells);
    if (alone === null) counter.add(rowRecord(table, row, index, columns));
    else {
      const { sentences } = table.streams[alone] ?? { sentences: [] };
      let count = 0;
      for (const position of row.cells[alone] ?? []) if (sentences[position]) count++;
      counter.addAlone(columnOfStream(table, alone), count, columns);
    }
  }
  for (const strays of straysByRow(table).values())
    for (const stray of strays)
      if (stray.sentence.noise !== null) counter.addNoise(columns);
      else counter.addAlone(columnOfStray(table, stray), 1, columns);
  return counter.counts();
}

/** The stream of a row that has sentences of one only; null for any other row. */
function onlyStream({ streams }: Table, cells: Table['rows'][number]['cells']): number | null {
  let only: number | null = null;
  for (let stream = 0; stream < cells.length; stream++) {
    if ((cells[stream]?.length ?? 0) === 0 || !streams[stream]) continue;
    if (only !== null) return null;
    only = stream;
  }
  return only;
}

/** Counts records as they come. */
export class RecordCounter {
  readonly #counts = { pairs: 0, noise: 0, doubtful: 0, crossing: 0, differences: 0 };
  readonly #types = new Map<string, number>();
  readonly #unmatched: number[] = [];

  /** Counts one more record. */
  add({ cells, method, type, confidence, crossing, status, checks }: OutputRecord): void {
    const [counts, types, unmatched] = [this.#counts, this.#types, this.#unmatched];
    this.#widen(cells.length);
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

  /** Counts a record of sentences without a partner. */
  addAlone(column: number, sentences: number, columns: number): void {
    this.#widen(columns);
    this.#unmatched[column] = (this.#unmatched[column] ?? 0) + sentences;
  }

  /** Counts a record of noise. */
  addNoise(columns: number): void {
    this.#widen(columns);
    this.#counts.noise++;
  }

  #widen(columns: number): void {
    while (this.#unmatched.length < columns) this.#unmatched.push(0);
  }

  /** The counts so far. */
  counts(): TableCounts {
    const types = [...this.#types].sort(([x, m], [y, n]) => n - m || (x < y ? -1 : 1));
    return { ...this.#counts, types, unmatched: [...this.#unmatched] };
  }
}
