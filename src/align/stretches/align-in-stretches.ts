import type { Bead } from '../../domain.js';
import { beginSeries } from '../../webassembly.js';
import type { Anchor } from '../input/anchors.js';
import { shiftBead } from '../input/bead-positions.js';
import type { StreamInput } from '../input/stream-input.js';
import { cutAt, stretchInput, type Stretch, type StretchInput } from './cut-stretches.js';
import { joinStretches } from './join-stretches.js';
import type { SurePlace } from './sure-places.js';

/** A stretch to be aligned. What it is aligned from is made when its turn comes: all at once would take much memory. */
export interface WaitingStretch {
  /** Number of its sentences on both sides. */
  readonly sentences: number;
  readonly input: () => StretchInput;
}

/** Aligns stretches, each on its own; the beads of each in its own positions. */
export type AlignStretches = (stretches: readonly WaitingStretch[]) => Bead[][];

/** What holds for all stretches of two texts. */
export interface StretchOptions {
  /** In order. */
  readonly anchors: readonly Anchor[];
  readonly maxBead: number | undefined;
  readonly align: AlignStretches;
}

/**
 * Aligns two long texts stretch by stretch and joins them. Where two neighbours have no bead in common in what they
 * share, they are aligned again as one. The result does not depend on who aligns the stretches, and when.
 */
export function alignInStretches(
  first: StreamInput,
  second: StreamInput,
  places: readonly SurePlace[],
  options: StretchOptions,
): Bead[] {
  const endSeries = beginSeries();
  try {
    return alignAndJoin(first, second, places, options);
  } finally {
    endSeries();
  }
}

function alignAndJoin(
  first: StreamInput,
  second: StreamInput,
  places: readonly SurePlace[],
  { anchors, maxBead, align }: StretchOptions,
): Bead[] {
  const known = new Map<string, readonly Bead[]>();
  let seams = places;
  for (;;) {
    const stretches = cutAt(first, second, seams);
    const fresh = stretches.filter((stretch) => !known.has(keyOf(stretch)));
    const waiting = fresh.map((stretch): WaitingStretch => ({
      sentences: sizeOf(stretch),
      input: () => stretchInput(first, second, stretch, anchors, maxBead),
    }));
    align(waiting).forEach((beads, k) => {
      const { rangeA, rangeB } = fresh[k]!;
      const whole = beads.map((bead) => shiftBead(bead, rangeA[0], rangeB[0]));
      known.set(keyOf(fresh[k]!), whole);
    });
    const { beads, failed } = joinStretches(
      stretches.map((stretch) => known.get(keyOf(stretch)) ?? []),
      seams,
    );
    if (failed.size === 0) return beads;
    seams = seams.filter((seam) => !failed.has(seam));
  }
}

const sizeOf = ({ rangeA, rangeB }: Stretch): number =>
  rangeA[1] - rangeA[0] + rangeB[1] - rangeB[0];

const keyOf = ({ rangeA, rangeB }: Stretch): string => [...rangeA, ...rangeB].join();
