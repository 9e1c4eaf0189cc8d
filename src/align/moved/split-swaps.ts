import type { Bead, Vectors } from '../../domain.js';
import { markCrossing } from '../order/mark-crossing.js';
import { spanCosine } from '../vectors/span-cosine.js';
import type { StreamInput } from '../input/stream-input.js';

/** Both halves of a swap must have at least this similarity crosswise ... */
const leastCosine = 0.35;
/** ... and the weaker half must exceed the weaker half of any straight split by this much. */
const leastGain = 0.2;

/**
 * Splits beads in which two neighbours have only swapped places: an ordered alignment cannot cross,
 * so it joins them. Their halves are linked crosswise and marked as crossing. Cost: spans of the
 * beads with two or more sentences on both sides.
 */
export function splitSwaps(a: StreamInput, b: StreamInput, beads: readonly Bead[]): Bead[] {
  const apart = beads.flatMap((bead) => {
    if (bead.method !== 'parallel' || bead.a.length < 2 || bead.b.length < 2) return [bead];
    return swapped(a.embedding.vectors, b.embedding.vectors, bead) ?? [bead];
  });
  return apart.length === beads.length ? [...beads] : markCrossing(apart);
}

function swapped(a: Vectors, b: Vectors, bead: Bead): [Bead, Bead] | null {
  let straight = -1;
  let best: [Bead, Bead] | null = null;
  let crosswise = leastCosine;
  for (let p = 1; p < bead.a.length; p++) {
    const [upperA, lowerA] = [bead.a.slice(0, p), bead.a.slice(p)];
    for (let q = 1; q < bead.b.length; q++) {
      const [upperB, lowerB] = [bead.b.slice(0, q), bead.b.slice(q)];
      const cosine = (x: readonly number[], y: readonly number[]): number => spanCosine(a, x, b, y);
      straight = Math.max(straight, Math.min(cosine(upperA, upperB), cosine(lowerA, lowerB)));
      const down = cosine(upperA, lowerB);
      const up = cosine(lowerA, upperB);
      if (Math.min(down, up) <= crosswise) continue;
      crosswise = Math.min(down, up);
      best = [
        { ...bead, a: upperA, b: lowerB, score: down },
        { ...bead, a: lowerA, b: upperB, score: up },
      ];
    }
  }
  return crosswise >= straight + leastGain ? best : null;
}
