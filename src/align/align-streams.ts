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
  /** Beads that are fixed; everything else is aligned around them. */
  readonly anchors?: readonly Anchor[];
}

/** Two streams aligned. */
export interface StreamAlignment {
  readonly mode: Mode;
  /** One sentence on why this mode. */
  readonly reason: string;
  /** Every position of both streams exactly once, in reading order. */
  readonly beads: Bead[];
}

/**
 * Aligns two streams in the mode asked for, or in the one that the evidence favours. In parallel
 * mode, neighbours that changed places are taken apart, and sentences that moved are looked for among
 * what the ordered path left unaligned.
 *
 * @throws AppError `bad-anchor` for anchors that name a missing sentence or one twice.
 */
export function alignStreams(
  a: StreamInput,
  b: StreamInput,
  options: AlignStreamsOptions,
): StreamAlignment {
  const anchors = options.anchors ?? [];
  if (options.mode === 'comparable') {
    return asked('comparable', alignComparable(a, b, { anchors }));
  }
  const ordered = alignParallel(a, b, { anchors });
  if (options.mode === 'parallel') return asked('parallel', withMoved(a, b, ordered));
  // The ordered alignment is the best evidence on whether the texts are in order.
  const inOrder = reasonForParallel(a, b, ordered);
  if (inOrder !== null)
    return { mode: 'parallel', reason: inOrder, beads: withMoved(a, b, ordered) };
  const beads = alignComparable(a, b, { anchors, ordered });
  return { mode: 'comparable', reason: explainOverlap(a, b, beads), beads };
}

/** An ordered alignment with what is out of order in it. */
function withMoved(a: StreamInput, b: StreamInput, ordered: readonly Bead[]): Bead[] {
  return linkLeftovers(a, b, splitSwaps(a, b, ordered));
}

function asked(mode: Mode, beads: Bead[]): StreamAlignment {
  const name = mode === 'parallel' ? 'Parallel' : 'Comparable';
  return { mode, reason: `${name} mode was asked for.`, beads };
}
