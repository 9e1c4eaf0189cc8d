import type { Bead } from '../../domain.js';
import { readOrdered } from '../comparable/ordered.js';
import { nearestNeighbours } from '../vectors/nearest-neighbours.js';
import { markCrossing } from '../order/mark-crossing.js';
import { pickSentences } from '../input/pick-sentences.js';
import type { StreamInput } from '../input/stream-input.js';
import { baseLanguage } from '../../text/tags.js';
import { coverOf, lengthsOf, sumOf } from './text-cover.js';
import { findPairs } from '../comparable/find-pairs.js';
import { hasTwoSides } from '../input/has-two-sides.js';
import { beadKey } from '../input/bead-positions.js';

/** The evidence for choosing between the modes. Shares are 0 to 1. */
export interface ModeEvidence {
  readonly sameLanguage: boolean;
  /** Number of sentences in the shorter text. */
  readonly size: number;
  /** Mean length of a unit in characters: whole paragraphs or sentences. */
  readonly unitLength: number;
  /** Share of the text that the ordered alignment pairs, on the side where that share is smaller. */
  readonly cover: number;
  /** Mean confidence of its pairs. */
  readonly confidence: number;
  /** Mean cosine of its pairs, less the texts' background similarity. */
  readonly margin: number;
  /** Interruptions per pair: places where it leaves sentences out. */
  readonly gaps: number;
  /** Median deviation of the pairs' log length ratios. */
  readonly lengthSpread: number;
  /** Share of its pairs that are 1-1. */
  readonly oneToOne: number;
  /** Share of its pairs that are identical word for word. */
  readonly verbatim: number;
  /** Mutual nearest neighbours, as a share of the shorter text's sentences. */
  readonly mutual: number;
  /** Share of sentences that comparable mode pairs, on the side where it pairs fewer. */
  readonly paired: number;
  /** Mean confidence of comparable mode's pairs. */
  readonly pairedConfidence: number;
  /** Share of comparable mode's pairs that run in order. */
  readonly inOrder: number;
  /** Share of comparable mode's pairs that the ordered alignment has too. */
  readonly agreement: number;
}

/** Longer texts are judged by a few windows. */
const wholeUpTo = 400;
const windows = 4;
const windowSize = 75;

/** Reads samples, each for itself; what is found in each. */
export type ReadSamples = (samples: readonly ModeSample[]) => SampleEvidence[];

/** Reads samples, and does something else while other threads read them; not at all if there are none. */
export type ReadSamplesBeside = (
  samples: readonly ModeSample[],
  meanwhile: () => void,
) => SampleEvidence[];

/**
 * Reads the evidence from two streams and their ordered alignment. Long texts are sampled in a few
 * windows, which keeps the cost independent of their length.
 */
export function readModeEvidence(
  a: StreamInput,
  b: StreamInput,
  ordered: readonly Bead[],
  readSamples: ReadSamples = (samples) => samples.map(readSample),
): ModeEvidence {
  const parts = readSamples(sampleWindows(a, b, ordered));
  const total = parts.reduce((sum, part) => sum + part.weight, 0);
  const mean = (pick: (part: SampleEvidence) => number): number =>
    total === 0 ? 0 : parts.reduce((sum, part) => sum + part.weight * pick(part), 0) / total;
  return {
    sameLanguage: baseLanguage(a.stream.language) === baseLanguage(b.stream.language),
    size: Math.min(a.stream.sentences.length, b.stream.sentences.length),
    unitLength: mean((part) => part.unitLength),
    // Whole chapters may be missing: only the passages present in both texts count.
    cover: mean((part) => part.cover),
    confidence: mean((part) => part.confidence),
    margin: mean((part) => part.margin),
    gaps: mean((part) => part.gaps),
    lengthSpread: mean((part) => part.lengthSpread),
    oneToOne: mean((part) => part.oneToOne),
    verbatim: mean((part) => part.verbatim),
    mutual: mean((part) => part.mutual),
    paired: mean((part) => part.paired),
    pairedConfidence: mean((part) => part.pairedConfidence),
    inOrder: mean((part) => part.inOrder),
    agreement: mean((part) => part.agreement),
  };
}

/** A part of two texts by which the whole is judged, with its ordered alignment. */
export interface ModeSample {
  readonly a: StreamInput;
  readonly b: StreamInput;
  readonly beads: readonly Bead[];
}

/** The evidence of a sample, and how much it counts. */
export type SampleEvidence = Omit<ModeEvidence, 'sameLanguage' | 'size'> & {
  readonly weight: number;
};

/** A run of at least this many sentences found in one text only is a missing chapter, not a loose overlap. */
const chapter = 12;

/** The texts without missing chapters, or windows of them if they are long. */
function sampleWindows(a: StreamInput, b: StreamInput, ordered: readonly Bead[]): ModeSample[] {
  const kept = withoutChapters(ordered);
  const whole = a.stream.sentences.length + b.stream.sentences.length <= wholeUpTo;
  if (whole) return [cut(a, b, kept)];
  const samples: ModeSample[] = [];
  for (let w = 0; w < windows; w++) {
    const from = Math.floor(((kept.length - windowSize) * w) / (windows - 1));
    const beads = kept.slice(Math.max(0, from), Math.max(0, from) + windowSize);
    if (beads.length > 0) samples.push(cut(a, b, beads));
  }
  return samples;
}

function withoutChapters(beads: readonly Bead[]): Bead[] {
  const kept: Bead[] = [];
  let run: Bead[] = [];
  const close = (): void => {
    const a = run.reduce((sum, bead) => sum + bead.a.length, 0);
    const b = run.reduce((sum, bead) => sum + bead.b.length, 0);
    // Where each text has sentences that the other lacks, no chapter is missing.
    if (Math.max(a, b) < chapter || Math.min(a, b) > chapter / 4)
      for (const bead of run) kept.push(bead);
    run = [];
  };
  for (const bead of beads) {
    if (hasTwoSides(bead)) {
      close();
      kept.push(bead);
    } else run.push(bead);
  }
  close();
  return kept;
}

function cut(a: StreamInput, b: StreamInput, beads: readonly Bead[]): ModeSample {
  const ascending = (x: number, y: number): number => x - y;
  const rowsA = beads.flatMap((bead) => bead.a).sort(ascending);
  const rowsB = beads.flatMap((bead) => bead.b).sort(ascending);
  const placeA = new Map(rowsA.map((row, at) => [row, at]));
  const placeB = new Map(rowsB.map((row, at) => [row, at]));
  return {
    a: pickSentences(a, rowsA),
    b: pickSentences(b, rowsB),
    beads: beads.map((bead) => ({
      ...bead,
      a: bead.a.map((row) => placeA.get(row)!),
      b: bead.b.map((row) => placeB.get(row)!),
    })),
  };
}

/** Reads a sample; the same in every thread. */
export function readSample({ a, b, beads: ordered }: ModeSample): SampleEvidence {
  const [lengthsA, lengthsB] = [lengthsOf(a), lengthsOf(b)];
  const pairs = ordered.filter(hasTwoSides);
  const count = Math.max(1, pairs.length);
  const lengths = pairs.map((bead) => [sumOf(lengthsA, bead.a), sumOf(lengthsB, bead.b)] as const);
  const ratios = lengths.map(([x, y]) => Math.log((y + 5) / (x + 5)));
  const middle = median(ratios);
  const nearest = nearestNeighbours(a.embedding.vectors, b.embedding.vectors, 4);
  const shorter = Math.max(1, Math.min(nearest.a.count, nearest.b.count));
  const background = meanOf(nearest.a.cosine);
  let mutual = 0;
  for (let i = 0; i < nearest.a.count && nearest.a.k > 0 && nearest.b.k > 0; i++) {
    const j = nearest.a.index[i * nearest.a.k]!;
    if (j >= 0 && nearest.b.index[j * nearest.b.k] === i) mutual++;
  }
  const free = (input: StreamInput): Set<number> => new Set(input.stream.sentences.keys());
  const reading = readOrdered(ordered, a.stream.sentences.length, b.stream.sentences.length);
  const found = markCrossing(findPairs(a, b, free(a), free(b), reading).beads);
  const keys = new Set(pairs.map(beadKey));
  const foundCount = Math.max(1, found.length);
  return {
    weight: nearest.a.count + nearest.b.count,
    unitLength:
      (Math.max(1, sumOf(lengthsA)) + Math.max(1, sumOf(lengthsB))) /
      Math.max(1, lengthsA.length + lengthsB.length),
    cover: Math.min(coverOf(lengthsA, pairs, 'a'), coverOf(lengthsB, pairs, 'b')),
    confidence: pairs.reduce((total, bead) => total + bead.confidence, 0) / count,
    margin: pairs.reduce((total, bead) => total + bead.score, 0) / count - background,
    gaps: countGaps(ordered) / count,
    lengthSpread: median(ratios.map((ratio) => Math.abs(ratio - middle))),
    oneToOne: pairs.filter((bead) => bead.a.length + bead.b.length === 2).length / count,
    verbatim: pairs.filter((bead) => bead.score > 0.999).length / count,
    mutual: mutual / shorter,
    paired: Math.min(
      found.reduce((total, bead) => total + bead.a.length, 0) / Math.max(1, nearest.a.count),
      found.reduce((total, bead) => total + bead.b.length, 0) / Math.max(1, nearest.b.count),
    ),
    pairedConfidence: found.reduce((total, bead) => total + bead.confidence, 0) / foundCount,
    inOrder: found.filter((bead) => !bead.crossing).length / foundCount,
    agreement: found.filter((bead) => keys.has(beadKey(bead))).length / foundCount,
  };
}

function countGaps(beads: readonly Bead[]): number {
  let gaps = 0;
  let inGap = false;
  for (const bead of beads) {
    const isPair = hasTwoSides(bead);
    if (!isPair && !inGap) gaps++;
    inGap = !isPair;
  }
  return gaps;
}

function meanOf(values: Float32Array): number {
  return values.length === 0 ? 0 : values.reduce((x, y) => x + y, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[sorted.length >> 1] ?? 0;
}
