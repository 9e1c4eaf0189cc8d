/** The one place that decides which records an output has, whatever its format. */
import type { Diagnostic, FilterReason } from '../../diagnostics.js';
import { RecordFilter } from './record-filter.js';
import type { Selection } from './selection.js';
import type { Format } from '../records/output-format.js';
import {
  type OutputRecord,
  isPair,
  isRejectedLink,
  linksSources,
  unlinked,
} from '../records/records.js';

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
  const { rejected = false, refused = false } = selection;
  const pairsOnly = onlyPairs === true || selection.pairsOnly === true;
  // A format for two sources has only links between them: two streams of one source are not a pair.
  const links = sources === 'two' ? linksSources : isPair;
  const leftOut = { rejected: 0, unpaired: 0, noise: 0 };
  const filter = new RecordFilter(selection);
  const filtered = new Map<FilterReason, number>();
  let unaligned = 0;
  const select = (given: OutputRecord): OutputRecord | readonly OutputRecord[] | null => {
    const reason = filter.refuses(given);
    const isWanted = refused && reason !== undefined && reason !== 'part';
    const record = isWanted ? { ...given, leftOut: reason } : given;
    if (refused && !isWanted) return null;
    if (reason !== undefined && !refused) {
      if (reason !== 'part') filtered.set(reason, (filtered.get(reason) ?? 0) + 1);
      return null;
    }
    if (record.method === 'noise' && holds.noise === false && !pairsOnly) {
      leftOut.noise++;
      return null;
    }
    const isRejected = !rejected && isRejectedLink(record);
    if (!pairsOnly) {
      if (!isRejected || holds.statuses) return record;
      unaligned++;
      return unlinked(record);
    }
    if (!isRejected && links(record)) return record;
    leftOut[isRejected ? 'rejected' : 'unpaired']++;
    return null;
  };
  for await (const batch of batches) {
    const selected: OutputRecord[] = [];
    for (const record of batch) {
      const some = select(record);
      if (some === null) continue;
      if ('id' in some) selected.push(some);
      else selected.push(...some);
    }
    if (selected.length > 0) yield selected;
  }
  for (const [reason, count] of filtered) onDiagnostic?.({ code: 'filtered-out', reason, count });
  if (leftOut.noise > 0) onDiagnostic?.({ code: 'noise-left-out', count: leftOut.noise });
  if (unaligned > 0) onDiagnostic?.({ code: 'rejected-unaligned', count: unaligned });
  if (leftOut.rejected > 0) onDiagnostic?.({ code: 'rejected-left-out', count: leftOut.rejected });
  if (leftOut.unpaired > 0) onDiagnostic?.({ code: 'unpaired-left-out', count: leftOut.unpaired });
}
