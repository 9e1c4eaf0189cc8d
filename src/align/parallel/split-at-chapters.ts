import type { Bead } from '../../domain.js';
import type { StreamInput } from '../input/stream-input.js';
import { spanCosine } from '../vectors/span-cosine.js';

/** What is left of a bead that had to be split is at most this sure. */
const mostConfidence = 0.5;

/**
 * Splits the beads in which a chapter begins. The score makes them rare, but where a text leaves no other way, one
 * remains. What stands before the chapter on both sides stays together, and what stands after; anchors stay whole.
 * Linear.
 */
export function splitAtChapters(a: StreamInput, b: StreamInput, beads: readonly Bead[]): Bead[] {
  const starts = (input: StreamInput): Set<number> =>
    new Set(input.stream.sentences.flatMap(({ startsChapter }, at) => (startsChapter ? [at] : [])));
  const [startsA, startsB] = [starts(a), starts(b)];
  if (startsA.size + startsB.size === 0) return [...beads];
  return beads.flatMap((bead) => {
    if (bead.method === 'anchor') return [bead];
    const [partsA, partsB] = [cutAt(bead.a, startsA), cutAt(bead.b, startsB)];
    if (partsA.length + partsB.length <= 2) return [bead];
    const count = Math.max(partsA.length, partsB.length);
    return Array.from({ length: count }, (_, at): Bead => {
      const [ownA, ownB] = [partsA[at] ?? [], partsB[at] ?? []];
      return {
        ...bead,
        a: ownA,
        b: ownB,
        score:
          ownA.length > 0 && ownB.length > 0
            ? spanCosine(a.embedding.vectors, ownA, b.embedding.vectors, ownB)
            : 0,
        confidence: Math.min(bead.confidence, mostConfidence),
      };
    });
  });
}

/** Positions cut before each of the starts, the first one excepted. */
function cutAt(positions: readonly number[], starts: ReadonlySet<number>): number[][] {
  const parts: number[][] = [];
  positions.forEach((position, at) => {
    if (at === 0 || starts.has(position)) parts.push([position]);
    else parts.at(-1)?.push(position);
  });
  return parts;
}
