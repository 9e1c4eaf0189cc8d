/** The one place that decides which records an output has, whatever its format. */
import type { Diagnostic } from '../../diagnostics.js';
import type { Status } from '../../domain.js';
import type { Format } from './output-format.js';
import { type OutputRecord, isPair, isRejectedLink, linksSources, unlinked } from './records.js';

/** Which records are written. */
export interface Selection {
  /** Leave out records that link nothing: with fewer than two non-empty cells, or rejected. */
  readonly pairsOnly?: boolean;
  /** Treat rejected records as links like all others. */
  readonly rejected?: boolean;
  /** Only records with one of these statuses. */
  readonly statuses?: readonly Status[];
  /** Only records of at least this confidence, 0 to 1; links made by a reviewer have none and are kept. */
  readonly minConfidence?: number;
  /** Only records in which a check found a difference. */
  readonly differing?: boolean;
}

/** Whether the filters of a selection keep a record. */
export function passesFilters(
  { statuses, minConfidence, differing }: Selection,
  { status, method, confidence, checks }: OutputRecord,
): boolean {
  if (statuses !== undefined && !statuses.includes(status)) return false;
  if (minConfidence !== undefined && method !== 'manual' && confidence < minConfidence)
    return false;
  return differing !== true || checks.length > 0;
}

/**
 * The records that a format gets, in batches of at least one. A rejected record links nothing: a
 * format that can't store its status gets its sentences one by one. Records that are not written
 * unchanged are counted and reported at the end.
 */
export async function* selectRecords(
  batches: AsyncIterable<readonly OutputRecord[]>,
  selection: Selection,
  { sources, holds, pairsOnly: onlyPairs }: Pick<Format, 'sources' | 'holds' | 'pairsOnly'>,
  onDiagnostic?: (diagnostic: Diagnostic) => void,
): AsyncGenerator<readonly OutputRecord[], void, undefined> {
  const { rejected = false } = selection;
  const pairsOnly = onlyPairs === true || selection.pairsOnly === true;
  // A format for two sources has only links between them: two streams of one source are not a pair.
  const links = sources === 'two' ? linksSources : isPair;
  const leftOut = { rejected: 0, unpaired: 0, filtered: 0 };
  let unaligned = 0;
  const select = (record: OutputRecord): readonly OutputRecord[] => {
    if (!passesFilters(selection, record)) {
      leftOut.filtered++;
      return [];
    }
    const refused = !rejected && isRejectedLink(record);
    if (!pairsOnly) {
      if (!refused || holds.statuses) return [record];
      unaligned++;
      return unlinked(record);
    }
    if (!refused && links(record)) return [record];
    leftOut[refused ? 'rejected' : 'unpaired']++;
    return [];
  };
  for await (const batch of batches) {
    const selected = batch.flatMap(select);
    if (selected.length > 0) yield selected;
  }
  if (leftOut.filtered > 0) onDiagnostic?.({ code: 'filtered-out', count: leftOut.filtered });
  if (unaligned > 0) onDiagnostic?.({ code: 'rejected-unaligned', count: unaligned });
  if (leftOut.rejected > 0) onDiagnostic?.({ code: 'rejected-left-out', count: leftOut.rejected });
  if (leftOut.unpaired > 0) onDiagnostic?.({ code: 'unpaired-left-out', count: leftOut.unpaired });
}
