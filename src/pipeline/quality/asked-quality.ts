/** Gives rows their quality where an output asks for it, or filters by it. */
import type { Embedder, Table } from '../../domain.js';
import type { PassingRecords } from '../../write/records/passing-rows.js';
import { asksForQuality, type WriteOptions } from '../../write/write-table.js';

/**
 * The table itself if nobody asks. Rejects as `loadEmbedder`.
 *
 * @param loaded a model that need not be loaded again, if it is the bundled one
 */
export async function tableAsAsked(
  table: Table,
  options: WriteOptions,
  loaded?: Embedder,
): Promise<Table> {
  if (!asksForQuality(options)) return table;
  const { withQuality } = await import('./with-quality.js');
  const anew = options.quality === true;
  if (loaded === undefined) return withQuality(table, { anew });
  const { bundledVectorsBeside } = await import('./bundled-vectors.js');
  return withQuality(table, { anew, embed: bundledVectorsBeside(loaded) });
}

/** The records themselves if nobody asks. Their batches reject as `loadEmbedder`. */
export async function recordsAsAsked(
  records: PassingRecords,
  options: WriteOptions,
): Promise<PassingRecords> {
  if (!asksForQuality(options)) return records;
  const { passingQuality } = await import('./with-quality.js');
  return passingQuality(records, { anew: options.quality === true });
}
