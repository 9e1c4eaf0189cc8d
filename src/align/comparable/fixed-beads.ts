import type { Bead } from '../../domain.js';
import { planStreamAnchors, type Anchor } from '../input/anchors.js';
import type { StreamInput } from '../input/stream-input.js';
import { spanCosine } from '../vectors/span-cosine.js';

/**
 * The beads that anchors fix.
 *
 * @throws AppError `bad-anchor` if an anchor names a missing sentence, or two name the same one
 */
export function fixedBeads(a: StreamInput, b: StreamInput, anchors: readonly Anchor[]): Bead[] {
  // Checks them.
  planStreamAnchors(anchors, a, b);
  return anchors.map((anchor) => ({
    ...anchor,
    score: Math.min(1, spanCosine(a.embedding.vectors, anchor.a, b.embedding.vectors, anchor.b)),
    confidence: 1,
    method: 'anchor',
    crossing: false,
  }));
}
