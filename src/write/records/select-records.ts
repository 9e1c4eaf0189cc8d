/** The one place that decides which records an output has, whatever its format. */
import { type OutputRecord, isPair, linksSources } from './records.js';

/** Which records are written. */
export interface Selection {
  /** Leave out records with fewer than two non-empty cells. */
  readonly pairsOnly?: boolean;
}

/**
 * The records that are wanted, in batches that hold at least one. `betweenSources`: the output has
 * links between sources only, so that two streams of one source are no pair.
 */
export async function* selectRecords(
  batches: AsyncIterable<readonly OutputRecord[]>,
  { pairsOnly = false }: Selection,
  betweenSources = false,
): AsyncGenerator<readonly OutputRecord[], void, undefined> {
  const wanted = betweenSources ? linksSources : isPair;
  for await (const batch of batches) {
    const selected = pairsOnly ? batch.filter(wanted) : batch;
    if (selected.length > 0) yield selected;
  }
}
