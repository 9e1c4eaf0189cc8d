import { Bytes, Ints } from './memory';
import { Pieces } from './pieces';

/** A clause ends at a mark once it has this many pieces ... */
const leastPieces = 4;
/** ... and in any case at this length. */
const mostPieces = 16;

/**
 * Writes the numbers of the pieces where clauses begin to `cuts`, and where the last one of each sentence ends: of
 * sentence i from `offsets[i]` to `offsets[i + 1]`. There is one more than there are pieces in a sentence at most.
 *
 * @param sure 1 for the sentences that are not cut
 * @param marks 1 for the pieces that are punctuation
 */
export function cutClauses(
  pieces: Pieces,
  sure: Bytes,
  marks: Bytes,
  cuts: Ints,
  offsets: Ints,
): void {
  let count = 0;
  for (let i = 0; i < pieces.sentences; i++) {
    if (!sure[i]) {
      const start = count;
      const from = pieces.startOf(i);
      const to = pieces.endOf(i);
      cuts[count++] = from;
      let words = 0;
      for (let k = from; k < to; k++) {
        const isMark = marks[pieces.ids[k]] == 1;
        if (!isMark) words++;
        if ((isMark ? leastPieces : mostPieces) > words) continue;
        cuts[count++] = k + 1;
        words = 0;
      }
      // A short rest belongs to the previous clause.
      if (words < leastPieces && count > start + 1) count--;
      cuts[count++] = to;
    }
    offsets[i + 1] = count;
  }
}
