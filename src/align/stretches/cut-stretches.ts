import type { Anchor } from '../input/anchors.js';
import { shiftBead } from '../input/bead-positions.js';
import { sliceSentences } from '../input/pick-sentences.js';
import type { StreamInput } from '../input/stream-input.js';
import { compactPieces } from './compact-pieces.js';
import { findSurePlaces, type SurePlace } from './sure-places.js';

/** A part of two texts that is aligned on its own; its neighbours overlap it. */
export interface Stretch {
  /** Sentences of both texts, half-open. */
  readonly rangeA: readonly [from: number, to: number];
  readonly rangeB: readonly [from: number, to: number];
}

/** What one stretch is aligned from. */
export interface StretchInput {
  readonly first: StreamInput;
  readonly second: StreamInput;
  readonly anchors: readonly Anchor[];
  /** The most sentences on a side of a bead that no anchor fixes. */
  readonly maxBead: number | undefined;
}

/** Texts with fewer sentences than this, on the shorter side, are aligned whole. */
const longText = 3000;
/** The most sentences in a stretch that is between sure places as expected. */
const longestStretch = 2500;
/** Stretches come in multiples of this, so that as many cores have the same share. */
const cores = 4;
/** So many sentences on each side of a seam belong to both of its stretches. */
const overlap = 40;

/** Whether two texts are so long that they are cut. */
export function areLong(first: StreamInput, second: StreamInput): boolean {
  return shorterOf(first, second) >= longText;
}

function shorterOf(first: StreamInput, second: StreamInput): number {
  return Math.min(first.stream.sentences.length, second.stream.sentences.length);
}

/** Where two long texts are cut; nowhere if they are short, or correspond nowhere surely. O(sentences x dimension). */
export function placesToCut(first: StreamInput, second: StreamInput): SurePlace[] {
  if (!areLong(first, second)) return [];
  const shorter = shorterOf(first, second);
  return findSurePlaces(first, second, cores * Math.ceil(shorter / (cores * longestStretch)));
}

/** The stretches between seams. */
export function cutAt(
  first: StreamInput,
  second: StreamInput,
  seams: readonly SurePlace[],
): Stretch[] {
  const range = (k: number, side: 'a' | 'b', { stream }: StreamInput): [number, number] => {
    const count = stream.sentences.length;
    const from = (seams[k - 1]?.[side] ?? -Infinity) - overlap;
    const to = (seams[k]?.[side] ?? Infinity) + overlap;
    return [Math.max(0, from), Math.min(count, to)];
  };
  return Array.from({ length: seams.length + 1 }, (_, k) => ({
    rangeA: range(k, 'a', first),
    rangeB: range(k, 'b', second),
  }));
}

/** The sentences of a stretch, with the anchors that lie in it. */
export function stretchInput(
  first: StreamInput,
  second: StreamInput,
  { rangeA, rangeB }: Stretch,
  anchors: readonly Anchor[],
  maxBead: number | undefined,
): StretchInput {
  const inside = (position: number, [from, to]: readonly [number, number]): boolean =>
    position >= from && position < to;
  const own = anchors.filter(
    ({ a, b }) => a.every((i) => inside(i, rangeA)) && b.every((j) => inside(j, rangeB)),
  );
  const slice = (input: StreamInput, range: readonly [number, number]): StreamInput => {
    const own = sliceSentences(input, range);
    return { ...own, embedding: compactPieces(own.embedding) };
  };
  return {
    first: slice(first, rangeA),
    second: slice(second, rangeB),
    anchors: own.map((anchor) => shiftBead(anchor, -rangeA[0], -rangeB[0])),
    maxBead,
  };
}
