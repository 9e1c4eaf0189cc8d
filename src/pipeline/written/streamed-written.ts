/** The records of a large file that paralign wrote, which is read twice and never held. */
import type { Check } from '../../domain.js';
import { SourceList } from '../../read/written/source-list.js';
import type { ReadRow } from '../../read/written/draft-rows.js';
import type { RowFormat } from '../../read/written/read-written.js';
import { streamOwnRows } from '../../read/written/streamed-rows.js';
import type { WrittenCell, WrittenRow } from '../../read/written/written-table.js';
import { checkCodes } from '../../write/records/cell-fields.js';
import type { PassingRecords } from '../../write/records/passing-rows.js';
import { batchesOf, headOf } from './passing-written.js';
import { Survey } from './survey.js';
import { parseChecks } from './written-checks.js';

/** A file that is read more than once. */
export interface StreamedFile {
  readonly name: string;
  readonly format: RowFormat;
  /** All of its bytes, from the first. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** What an output needs to know of checks. */
export type CheckNeeds = 'none' | 'names' | 'places';

/** Rows per batch, as for any table. */
const rowsPerBatch = 64;

/**
 * The same records as those of the table of the file. Checks that the file only names are without their places.
 *
 * @returns undefined for a file that leaves anything open, or cannot be read this way: it is to be read as a whole
 */
export async function streamedWritten(
  file: StreamedFile,
  checks: CheckNeeds,
): Promise<PassingRecords | undefined> {
  const order = new SourceOrder();
  const survey = new Survey();
  let fits = true;
  try {
    for await (const rows of streamOwnRows(file.name, file.format, file.pieces()))
      for (const read of rows) {
        if (read.cells.length === 0) continue;
        const row = order.place(read);
        if (!row || !survey.add(row) || !areKnown(row, checks)) return undefined;
        // Where tabs separate columns, a quote may be one of the text or of the file.
        if (file.format.name === 'tsv') fits &&= areAsLongAsSaid(row);
      }
  } catch {
    // Read as a whole, it may be in another encoding, or the fault has its place.
    return undefined;
  }
  const names = order.names();
  if (!fits || names === undefined) return undefined;
  const head = headOf({ sources: names.map((name) => ({ name })) }, survey);
  if (!head) return undefined;
  const checksOf = checks === 'none' ? (): readonly Check[] => [] : namedChecks;
  return { head: head.head, batches: batchesOf(rowsOf(file, order), head, checksOf) };
}

async function* rowsOf(
  { name, format, pieces }: StreamedFile,
  order: SourceOrder,
): AsyncGenerator<readonly WrittenRow[], void, undefined> {
  for await (const rows of streamOwnRows(name, format, pieces()))
    for (let from = 0; from < rows.length; from += rowsPerBatch)
      yield rows
        .slice(from, from + rowsPerBatch)
        .flatMap((read) => (read.cells.length === 0 ? [] : (order.place(read) ?? [])));
}

/** The sources by name, in the order in which they are first seen. */
class SourceOrder {
  readonly #indexes = new Map<string, number>();
  readonly #list = new SourceList();

  /** The row with the indexes of its sources; undefined with a third source. */
  place({ row, cells, columns }: ReadRow): WrittenRow | undefined {
    const own: WrittenCell[] = [];
    for (let index = 0; index < cells.length; index++) {
      const { name, cell } = cells[index]!;
      let source = this.#indexes.get(name);
      if (source === undefined) {
        source = this.#indexes.size;
        this.#indexes.set(name, source);
      }
      this.#list.see(name, columns[index] ?? index);
      own.push({ source, ...cell });
    }
    return this.#indexes.size > 2 ? undefined : { ...row, cells: own };
  }

  /** The two names; undefined if there are fewer, or their columns are in another order. */
  names(): readonly string[] | undefined {
    const names = [...this.#indexes.keys()];
    const byColumn = this.#list.names();
    return names.length === 2 && names.every((name, at) => name === byColumn[at])
      ? names
      : undefined;
  }
}

/** Whether the checks of a row are known as far as they are needed. */
function areKnown({ checks, cells }: WrittenRow, needs: CheckNeeds): boolean {
  if (needs === 'none' || typeof checks !== 'string' || checks === '') return true;
  return needs === 'names' && checkCodes(parsed(checks, cells)) === checks;
}

function namedChecks({ checks, cells, method }: WrittenRow): readonly Check[] {
  if (method === 'noise' || method === 'excluded') return [];
  return typeof checks === 'string' ? parsed(checks, cells) : checks;
}

function parsed(checks: string, cells: WrittenRow['cells']): readonly Check[] {
  return checks === '' ? [] : parseChecks(checks, cells.map(({ source }) => source).sort());
}

function areAsLongAsSaid({ cells }: WrittenRow): boolean {
  return cells.every(({ text, spans: [only, second] }) => {
    return second !== undefined || !only || text.length === only.end - only.start;
  });
}
