import type { Bead } from '../../domain.js';
import { beadKey } from '../input/bead-positions.js';
import { hasTwoSides } from '../input/has-two-sides.js';
import type { SurePlace } from './sure-places.js';

/** A bead that two neighbouring stretches both have. */
interface Joint {
  /** Its index in the stretch before, and in the one after. */
  readonly before: number;
  readonly after: number;
}

/** A bead that both stretches have is a good joint from this confidence on. */
const sureConfidence = 0.5;

/**
 * Joins neighbouring stretches where both have the same bead, as near as possible to their seam. Positions are
 * those of the whole texts. Returns the beads, or the seams at which stretches have none in common. O(beads).
 */
export function joinStretches(
  parts: readonly (readonly Bead[])[],
  seams: readonly SurePlace[],
): { readonly beads: Bead[]; readonly failed: ReadonlySet<SurePlace> } {
  const joints = seams.map((seam, k) => jointAt(parts[k] ?? [], parts[k + 1] ?? [], seam));
  const beads = parts.flatMap((part, k) => {
    const from = k === 0 ? 0 : (joints[k - 1]?.after ?? -1) + 1;
    return part.slice(from, joints[k] ? joints[k].before + 1 : part.length);
  });
  return { beads, failed: new Set(seams.filter((_, k) => joints[k] === null)) };
}

function jointAt(left: readonly Bead[], right: readonly Bead[], seam: SurePlace): Joint | null {
  const places = new Map<string, number>();
  right.forEach((bead, at) => {
    if (hasTwoSides(bead)) places.set(beadKey(bead), at);
  });
  let best: Joint | null = null;
  let least = Infinity;
  left.forEach((bead, before) => {
    const after = places.get(beadKey(bead));
    if (after === undefined) return;
    const isSure = Math.min(bead.confidence, right[after]!.confidence) >= sureConfidence;
    const cost = Math.abs(bead.a[0]! - seam.a) + (isSure ? 0 : left.length);
    if (cost < least) [best, least] = [{ before, after }, cost];
  });
  return best;
}
