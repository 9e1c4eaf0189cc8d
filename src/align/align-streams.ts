import type { Bead, Mode } from '../domain.js';
import { alignComparable } from './comparable.js';
import { alignParallel } from './align-parallel.js';
import type { Anchor } from './anchors.js';
import { linkLeftovers } from './crossing-leftovers.js';
import { decideMode } from './mode.js';
import type { StreamInput } from './stream-input.js';

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
 * Aligns two streams in the mode asked for, or in the one that the evidence speaks for. In parallel
 * mode, sentences that moved are looked for among what the ordered path left unaligned.
 *
 * @throws AppError `bad-anchor` for anchors that name a missing sentence or one twice.
 */
export function alignStreams(
  a: StreamInput,
  b: StreamInput,
  options: AlignStreamsOptions,
): StreamAlignment {
  const anchors = options.anchors ?? [];
  const { mode, reason } =
    options.mode === 'auto'
      ? decideMode(a, b)
      : { mode: options.mode, reason: `${options.mode} mode was asked for.` };
  const beads =
    mode === 'parallel'
      ? linkLeftovers(a, b, alignParallel(a, b, { anchors }))
      : alignComparable(a, b, { anchors });
  return { mode, reason, beads };
}
