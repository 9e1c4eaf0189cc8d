import type { Bead, Mode } from '../domain.js';
import { alignComparable } from './comparable/align-comparable.js';
import { alignParallel } from './parallel/align-parallel.js';
import type { Anchor } from './input/anchors.js';
import { linkLeftovers } from './moved/link-moved.js';
import { splitSwaps } from './moved/split-swaps.js';
import { explainOverlap, reasonForParallel } from './mode/decide-mode.js';
import type { StreamInput } from './input/stream-input.js';

/** Options of `alignStreams`. */
export interface AlignStreamsOptions {
  readonly mode: 'auto' | Mode;
  /** Fixed beads (links between sentences); everything else is aligned around them. */
  readonly anchors?: readonly Anchor[];
}

/** Two streams aligned. */
export interface StreamAlignment {
  readonly mode: Mode;
  /** One sentence on why this mode was used. */
  readonly reason: string;
  /** Every position of both streams exactly once, in reading order. */
  readonly beads: Bead[];
}

/**
 * Aligns two streams in the requested mode, or in the mode that the evidence favours. In parallel
 * mode, neighbours that swapped places are then linked one by one, and moved sentences are searched
 * for among those that the ordered path left unaligned.
 *
 * @throws AppError `bad-anchor` if an anchor names a missing sentence, or two name the same one.
 */
export function alignStreams(
  a: StreamInput,
  b: StreamInput,
  options: AlignStreamsOptions,
): StreamAlignment {
  const anchors = options.anchors ?? [];
  if (options.mode === 'comparable') {
    return requested('comparable', alignComparable(a, b, { anchors }));
  }
  const ordered = alignParallel(a, b, { anchors });
  if (options.mode === 'parallel') return requested('parallel', withMoved(a, b, ordered));
  // The ordered alignment is the best evidence of whether the texts are in the same order.
  const inOrder = reasonForParallel(a, b, ordered);
  if (inOrder !== null)
    return { mode: 'parallel', reason: inOrder, beads: withMoved(a, b, ordered) };
  const beads = alignComparable(a, b, { anchors, ordered });
  return { mode: 'comparable', reason: explainOverlap(a, b, beads), beads };
}

/** Adds the pairs that are out of order to an ordered alignment. */
function withMoved(a: StreamInput, b: StreamInput, ordered: readonly Bead[]): Bead[] {
  return linkLeftovers(a, b, splitSwaps(a, b, ordered));
}

function requested(mode: Mode, beads: Bead[]): StreamAlignment {
  const name = mode === 'parallel' ? 'Parallel' : 'Comparable';
  return { mode, reason: `${name} mode was requested.`, beads };
}
