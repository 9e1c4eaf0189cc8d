import type { Bead } from '../../domain.js';
import { isRun } from '../input/anchors.js';
import type { Candidate } from './candidate.js';

/**
 * The evidence of an ordered alignment about two texts that need not be in the same order: a
 * simplification that follows its original, or a passage that a report copied, is found by its
 * place even if no single sentence is similar to its counterpart.
 */
export interface OrderedReading {
  /** Its beads with two sides, as candidates with their confidence. */
  readonly beads: readonly (Candidate & { readonly confidence: number })[];
  /** The bead that contains a sentence, or -1. */
  readonly ofA: Int32Array;
  readonly ofB: Int32Array;
  /** The place of a sentence on the path, counted in beads. */
  readonly placeA: Float32Array;
  readonly placeB: Float32Array;
  /** Mean confidence of the beads around a sentence; those with one side count as 0. */
  readonly supportA: Float32Array;
  readonly supportB: Float32Array;
  /** Mean confidence of all beads with two sides. */
  readonly confidence: number;
  /** Share of sentences in them, on the side where it is smaller: 0 to 1. */
  readonly cover: number;
}

/** Number of beads on either side of a sentence whose confidence supports the beads found there. */
const around = 5;

/** Reads an ordered alignment of two streams of `countA` and `countB` sentences. Linear. */
export function readOrdered(
  alignment: readonly Bead[],
  countA: number,
  countB: number,
): OrderedReading {
  const ofA = new Int32Array(countA).fill(-1);
  const ofB = new Int32Array(countB).fill(-1);
  const placeA = new Float32Array(countA);
  const placeB = new Float32Array(countB);
  const supportA = new Float32Array(countA);
  const supportB = new Float32Array(countB);
  const confidences = alignment.map(({ a, b, confidence }) =>
    a.length > 0 && b.length > 0 ? confidence : 0,
  );
  const support = windowMeans(confidences);
  const beads: (Candidate & { confidence: number })[] = [];
  alignment.forEach(({ a, b, confidence }, at) => {
    const own = isRun(a) && isRun(b) ? beads.length : -1;
    for (const i of a) {
      if (own >= 0) ofA[i] = own;
      placeA[i] = at;
      supportA[i] = support[at]!;
    }
    for (const j of b) {
      if (own >= 0) ofB[j] = own;
      placeB[j] = at;
      supportB[j] = support[at]!;
    }
    if (own >= 0) beads.push({ i: a[0]!, n: a.length, j: b[0]!, m: b.length, confidence });
  });
  const paired = (of: Int32Array): number =>
    of.reduce((sum, bead) => sum + (bead < 0 ? 0 : 1), 0) / Math.max(1, of.length);
  const total = beads.reduce((sum, bead) => sum + bead.confidence, 0);
  return {
    beads,
    ofA,
    ofB,
    placeA,
    placeB,
    supportA,
    supportB,
    confidence: total / Math.max(1, beads.length),
    cover: Math.min(paired(ofA), paired(ofB)),
  };
}

/** The part of a reading that covers the given sentences, none of which is in a bead. */
export function orderedLeftovers(
  whole: OrderedReading,
  rowsA: readonly number[],
  rowsB: readonly number[],
): OrderedReading {
  const some = (values: Float32Array, rows: readonly number[]): Float32Array =>
    Float32Array.from(rows, (row) => values[row]!);
  return {
    ...whole,
    beads: [],
    ofA: new Int32Array(rowsA.length).fill(-1),
    ofB: new Int32Array(rowsB.length).fill(-1),
    placeA: some(whole.placeA, rowsA),
    placeB: some(whole.placeB, rowsB),
    supportA: some(whole.supportA, rowsA),
    supportB: some(whole.supportB, rowsB),
  };
}

/** Features that compare a candidate with the ordered alignment, in this order. */
export const orderedNames = [
  'orderedExact',
  'orderedOverlap',
  'orderedTouching',
  'orderedElsewhere',
  'orderedSupport',
  'orderedDistance',
  'orderedConfidence',
  'orderedCover',
] as const;

/** Distances from the path are clipped here. */
const farthest = 50;

/** One number for each of `orderedNames`. */
export function describeOrdered(reading: OrderedReading, { i, n, j, m }: Candidate): number[] {
  let exact = 0;
  let overlap = 0;
  let touching = 0;
  let elsewhere = 0;
  const look = (number: number): void => {
    const bead = reading.beads[number];
    if (bead === undefined) return;
    const sharedA = shared(i, n, bead.i, bead.n);
    const sharedB = shared(j, m, bead.j, bead.m);
    if (sharedA === 0 || sharedB === 0) elsewhere = Math.max(elsewhere, bead.confidence);
    else {
      const both = sharedA + sharedB;
      const all = n + m + bead.n + bead.m - both;
      if (both === all) exact = bead.confidence;
      else touching = Math.max(touching, bead.confidence);
      overlap = Math.max(overlap, both / all);
    }
  };
  for (let x = i; x < i + n; x++) look(reading.ofA[x]!);
  for (let y = j; y < j + m; y++) look(reading.ofB[y]!);
  const middleA = i + ((n - 1) >> 1);
  const middleB = j + ((m - 1) >> 1);
  const distance = Math.abs(reading.placeA[middleA]! - reading.placeB[middleB]!);
  return [
    exact,
    overlap,
    touching,
    elsewhere,
    Math.min(reading.supportA[middleA]!, reading.supportB[middleB]!),
    Math.log(1 + Math.min(farthest, distance)),
    reading.confidence,
    reading.cover,
  ];
}

function shared(from: number, length: number, otherFrom: number, otherLength: number): number {
  const end = Math.min(from + length, otherFrom + otherLength);
  return Math.max(0, end - Math.max(from, otherFrom));
}

function windowMeans(values: readonly number[]): Float32Array {
  const sums = new Float64Array(values.length + 1);
  values.forEach((value, at) => (sums[at + 1] = sums[at]! + value));
  return Float32Array.from(values, (_, at) => {
    const from = Math.max(0, at - around);
    const to = Math.min(values.length, at + around + 1);
    return (sums[to]! - sums[from]!) / (to - from);
  });
}
