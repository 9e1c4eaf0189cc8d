import type { StreamInput } from '../input/stream-input.js';
import type { Seeds } from './seeds.js';

/**
 * Where the sentences of two texts stand, measured in text instead of sentences, so that a side that is
 * split finer, or a longer language, moves at the same speed. The unit is the mean sentence of the side
 * with the longer ones.
 */
export interface TextPositions {
  /** The middle of every sentence. */
  readonly a: Float64Array;
  readonly b: Float64Array;
  /** Half its length. */
  readonly halfA: Float64Array;
  readonly halfB: Float64Array;
}

/** A sentence counts as at most this many mean sentences: an endless list must not stretch the text. */
const longest = 4;
/** The ratio of the languages' lengths is taken from this share of the seeds, the strongest ... */
const strongest = 1 / 20;
/** ... and from at least this many. */
const fewest = 20;
/** The space between sentences counts as text. */
const between = 2;

/** Lays out two texts along their seeds. Cost: sorting the seeds. */
export function layOut(a: StreamInput, b: StreamInput, seeds: Seeds): TextPositions {
  const lengthsA = lengthsOf(a);
  const lengthsB = lengthsOf(b);
  const ratio = lengthRatio(lengthsA, lengthsB, seeds);
  const [meanA, meanB] = [meanOf(lengthsA), meanOf(lengthsB)];
  const unit = Math.max(meanA, meanB / ratio);
  const [middleA, halfA] = place(lengthsA, longest * meanA, unit);
  const [middleB, halfB] = place(lengthsB, longest * meanB, unit * ratio);
  return { a: middleA, b: middleB, halfA, halfB };
}

/** The length of a sentence's translation over its own: the median of the strongest seeds. */
function lengthRatio(lengthsA: Float64Array, lengthsB: Float64Array, seeds: Seeds): number {
  if (seeds.count === 0) return 1;
  const order = [...seeds.odds.keys()].sort((x, y) => seeds.odds[y]! - seeds.odds[x]! || x - y);
  const best = order.slice(0, Math.max(fewest, Math.floor(seeds.count * strongest)));
  const ratios = best.map((s) => lengthsB[seeds.b[s]!]! / lengthsA[seeds.a[s]!]!);
  return medianOf(ratios);
}

function place(
  lengths: Float64Array,
  most: number,
  unit: number,
): readonly [middle: Float64Array, half: Float64Array] {
  const middle = new Float64Array(lengths.length);
  const half = new Float64Array(lengths.length);
  let before = 0;
  lengths.forEach((length, at) => {
    const clipped = Math.min(length, most);
    middle[at] = (before + clipped / 2) / unit;
    half[at] = clipped / 2 / unit;
    before += clipped;
  });
  return [middle, half];
}

function lengthsOf({ stream }: StreamInput): Float64Array {
  return Float64Array.from(stream.sentences, ({ text }) => text.length + between);
}

const meanOf = (values: Float64Array): number =>
  values.reduce((total, value) => total + value, 0) / Math.max(1, values.length);

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? sorted[middle]!
    : Math.sqrt(sorted[middle - 1]! * sorted[middle]!);
}
