import type { Bead, Mode, Passage } from '../domain.js';
import { alignComparable } from './comparable/align-comparable.js';
import { alignParallel } from './parallel/align-parallel.js';
import type { Anchor } from './input/anchors.js';
import { alignAutomatically } from './automatic/align-automatically.js';
import type { ReadSamplesBeside } from './mode/evidence.js';
import { linkMoved } from './moved/link-moved.js';
import { joinModels } from './input/join-models.js';
import type { StreamInput } from './input/stream-input.js';
import type { AlignStretches } from './stretches/align-in-stretches.js';

/** Options of `alignStreams`. */
export interface AlignStreamsOptions {
  readonly mode: 'auto' | Mode;
  /** Fixed beads (links between sentences); everything else is aligned around them. */
  readonly anchors?: readonly Anchor[];
  /**
   * The most sentences on a side of a bead that no anchor fixes; by default ten, seven where the texts
   * run in the same order.
   */
  readonly maxBead?: number | undefined;
  /** Aligns the parts of long texts, side by side; one after the other by default. */
  readonly alignStretches?: AlignStretches | undefined;
  /** Reads what the mode is decided by, beside this thread; in this thread by default. */
  readonly readSamples?: ReadSamplesBeside | undefined;
}

/** Two streams aligned. */
export interface StreamAlignment {
  readonly mode: Mode;
  /** One sentence on why this mode was used. */
  readonly reason: string;
  /** Every position of both streams exactly once, in reading order. */
  readonly beads: Bead[];
  /** The passages that run in parallel, in the order of the first text; absent if a mode was requested. */
  readonly passages?: readonly Passage[];
}

/**
 * Aligns two streams in the requested mode, or passage by passage as the evidence goes. In parallel
 * mode, neighbours that swapped places are then linked one by one, and moved sentences are searched
 * for among those that the ordered path left unaligned.
 *
 * @throws AppError `bad-anchor` if an anchor names a missing sentence, or two name the same one.
 */
export function alignStreams(
  givenA: StreamInput,
  givenB: StreamInput,
  options: AlignStreamsOptions,
): StreamAlignment {
  const [a, b] = joinModels(givenA, givenB);
  const { anchors = [], maxBead, alignStretches, readSamples } = options;
  if (options.mode === 'comparable') {
    return requested('comparable', alignComparable(a, b, { anchors, maxBead }));
  }
  if (options.mode === 'parallel') {
    const ordered = alignParallel(a, b, { anchors, maxBead, alignStretches });
    return requested('parallel', linkMoved(a, b, ordered, maxBead));
  }
  return alignAutomatically(a, b, { anchors, maxBead, alignStretches, readSamples });
}

function requested(mode: Mode, beads: Bead[]): StreamAlignment {
  const name = mode === 'parallel' ? 'Parallel' : 'Comparable';
  return { mode, reason: `${name} mode was requested.`, beads };
}
