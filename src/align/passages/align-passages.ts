import type { Bead } from '../../domain.js';
import type { Anchor } from '../input/anchors.js';
import { shiftBead } from '../input/bead-positions.js';
import { sliceSentences } from '../input/pick-sentences.js';
import type { StreamInput } from '../input/stream-input.js';
import { ParallelAligner } from '../parallel/align-parallel.js';
import type { AlignStretches } from '../stretches/align-in-stretches.js';
import type { FittedWeights } from '../parallel/reading.js';
import { weights as shipped } from '../parallel/weights.js';
import { readChapters } from './chapter-starts.js';
import type { Extent } from './extents.js';
import { shareOut } from './share-out.js';
import { trimPassage } from './trim-beads.js';

/** What `alignPassages` may be given. */
export interface PassageOptions {
  /** Fixed beads; a passage keeps those that lie inside it. */
  readonly anchors?: readonly Anchor[];
  /** Other weights than the default are for evaluating a fit. */
  readonly weights?: FittedWeights;
  /** The most sentences on a side of a bead that no anchor fixes. */
  readonly maxBead?: number | undefined;
  /** Aligns the parts of long passages. */
  readonly alignStretches?: AlignStretches | undefined;
}

/**
 * Aligns passages, each in parallel mode, cuts their ends to what corresponds, and settles which of two
 * neighbours gets the sentences that both claim. Returns the beads of every passage, those with one side
 * included where they lie inside it. Cost: parallel mode over the extents.
 */
export function alignPassages(
  a: StreamInput,
  b: StreamInput,
  extents: readonly Extent[],
  { anchors = [], weights = shipped, maxBead, alignStretches }: PassageOptions = {},
): (readonly Bead[])[] {
  const chapters = readChapters(a, b);
  const parts = extents.map((extent) => {
    const { fromA, toA, fromB, toB } = extent;
    const aligner = new ParallelAligner(
      sliceSentences(a, [fromA, toA + 1]),
      sliceSentences(b, [fromB, toB + 1]),
      { weights, maxBead, alignStretches },
    );
    const own = anchors.flatMap((anchor) => inside(anchor, extent));
    const beads = aligner.align(own).map((bead) => shiftBead(bead, fromA, fromB));
    return trimPassage(beads, extent, chapters);
  });
  return shareOut(parts, chapters);
}

/** The part of an anchor that lies in an extent, in its own positions. */
function inside({ a, b }: Anchor, { fromA, toA, fromB, toB }: Extent): Anchor[] {
  const own = {
    a: a.filter((position) => position >= fromA && position <= toA).map((at) => at - fromA),
    b: b.filter((position) => position >= fromB && position <= toB).map((at) => at - fromB),
  };
  if (own.a.length + own.b.length === 0) return [];
  // Its other side lies elsewhere: no other sentence may take this one.
  if (own.a.length < a.length || own.b.length < b.length) {
    return [
      { a: own.a, b: [] },
      { a: [], b: own.b },
    ].filter((half) => half.a.length + half.b.length > 0);
  }
  return [own];
}
