import type { Bead, Mode, Passage } from '../../domain.js';
import { fixedBeads } from '../comparable/fixed-beads.js';
import { pairRest } from '../comparable/pair-rest.js';
import type { Anchor } from '../input/anchors.js';
import { alignParallel } from '../parallel/align-parallel.js';
import type { StreamInput } from '../input/stream-input.js';
import { explainOverlap, reasonForParallel } from '../mode/decide-mode.js';
import type { ReadSamplesBeside } from '../mode/evidence.js';
import { linkMoved } from '../moved/link-moved.js';
import { splitSwaps } from '../moved/split-swaps.js';
import { markCrossing } from '../order/mark-crossing.js';
import { alignPassages } from '../passages/align-passages.js';
import { readChapters } from '../passages/chapter-starts.js';
import type { Extent } from '../passages/extents.js';
import { findPassages, neighboursOf, type FoundPassages } from '../passages/find-passages.js';
import { shareOut } from '../passages/share-out.js';
import { trimPassage } from '../passages/trim-beads.js';
import type { Neighbours } from '../vectors/nearest-neighbours.js';
import { describeChance, describePassages } from './describe-passages.js';
import { isRetold } from './is-retold.js';
import { isTidy } from './is-tidy.js';
import { looksOrdered } from './looks-ordered.js';
import { isParallelPassage, toPassages } from './passage-verdict.js';
import { hasTwoSides } from '../input/has-two-sides.js';
import type { AlignStretches } from '../stretches/align-in-stretches.js';

/** What is known before two streams are aligned. */
export interface AutomaticOptions {
  /** Fixed beads; everything else is aligned around them. */
  readonly anchors: readonly Anchor[];
  /** The most sentences on a side of a bead that no anchor fixes. */
  readonly maxBead?: number | undefined;
  /** Aligns the parts of long texts. */
  readonly alignStretches?: AlignStretches | undefined;
  /** Reads what the mode is decided by. */
  readonly readSamples?: ReadSamplesBeside | undefined;
}

/** What was found in two streams. */
export interface AutomaticAlignment {
  readonly mode: Mode;
  /** A sentence or two on what was found. */
  readonly reason: string;
  /** Every position of both streams exactly once, in reading order. */
  readonly beads: Bead[];
  /** The passages that run in parallel, in the order of the first text. */
  readonly passages: readonly Passage[];
}

/**
 * Aligns two streams by what they have in common: passages that run in parallel are found wherever they stand,
 * and aligned each for itself; what lies outside is paired sentence by sentence where the evidence is strong. A
 * faithful translation is one passage from end to end, and its ordered alignment is the result.
 *
 * Cost: linear in the sentences, plus the neighbours of all sentences if the texts are not in order.
 *
 * @throws AppError `bad-anchor` if an anchor names a missing sentence, or two name the same one
 */
export function alignAutomatically(
  a: StreamInput,
  b: StreamInput,
  options: AutomaticOptions,
): AutomaticAlignment {
  const { anchors, maxBead, alignStretches, readSamples } = options;
  const search = (): Search => {
    const neighbours = neighboursOf(a, b);
    return { ...findPassages(a, b, neighbours, anchors), ...options, neighbours };
  };
  // Aligning texts in order is dear, and of no use where they are not in order.
  const early = looksOrdered(a, b) ? null : search();
  if (early !== null && isOutOfOrder(a, b, early.extents)) return byPassages(a, b, early, []);
  const ordered = alignParallel(a, b, { anchors, maxBead, alignStretches });
  // The ordered alignment is the best evidence of whether the texts are in the same order.
  let moved: Bead[] | undefined;
  const withMoved = (): Bead[] => (moved ??= linkMoved(a, b, ordered, maxBead));
  const inOrder = reasonForParallel(
    a,
    b,
    ordered,
    // Most texts that get here are in order, and will need the links of moved sentences.
    readSamples && ((samples) => readSamples(samples, withMoved)),
  );
  if (inOrder !== null && isRetold(a, b, ordered)) {
    const neighbours = early?.neighbours ?? neighboursOf(a, b);
    return retold(a, b, ordered, inOrder, { ...options, neighbours });
  }
  if (inOrder !== null && isTidy(ordered)) return whole(ordered, inOrder, withMoved());
  const found = early ?? search();
  if (inOrder !== null && (found.extents.length === 0 || isEndToEnd(found.extents))) {
    return whole(ordered, inOrder, withMoved());
  }
  return byPassages(a, b, found, ordered);
}

/** @param beads the ordered alignment, with moved sentences linked */
function whole(ordered: readonly Bead[], reason: string, beads: Bead[]): AutomaticAlignment {
  const passages = toPassages([ordered]);
  return { mode: 'parallel', reason, beads, passages };
}

/**
 * A text told again in its own language: the ordered alignment is evidence, and each bead is judged for itself by
 * the letters and words that both sides share.
 */
function retold(
  a: StreamInput,
  b: StreamInput,
  ordered: readonly Bead[],
  reason: string,
  { anchors, neighbours, maxBead }: Omit<Search, keyof FoundPassages>,
): AutomaticAlignment {
  const settled = fixedBeads(a, b, anchors);
  const evidence = ordered.filter(hasTwoSides);
  const rest = pairRest(a, b, { settled, evidence, neighbours, isLoose: false, maxBead });
  const beads = markCrossing([...settled, ...rest]);
  return { mode: 'parallel', reason, beads, passages: toPassages([ordered]) };
}

/** An ordered alignment is as good as one of each passage if it has this share of their seeds ... */
const leastAgreement = 0.98;
/** ... and this mean confidence inside them. It has the advantage of words learned from the whole text. */
const leastConfidence = 0.9;

/** What was found before anything is paired. */
interface Search extends FoundPassages, AutomaticOptions {
  readonly neighbours: Neighbours;
}

/** @param ordered the ordered alignment; empty if the passages are not in order */
function byPassages(
  a: StreamInput,
  b: StreamInput,
  { extents, byChance, anchors, neighbours, maxBead, alignStretches }: Search,
  ordered: readonly Bead[],
): AutomaticAlignment {
  const inside = areInOrder(extents)
    ? extents.map((extent) => ordered.filter(isInside(extent)))
    : null;
  const parts = (
    inside !== null && isGoodInside(inside, ordered, extents)
      ? cutOut(a, b, inside, extents)
      : alignPassages(a, b, extents, { anchors, maxBead, alignStretches })
  ).filter((part) => part.some(hasTwoSides));
  const kept = parts.filter((part) => isParallelPassage(a, b, part));
  const sure = isRetold(a, b, kept.flat()) ? [] : kept;
  const settled = [
    ...fixedBeads(a, b, anchors),
    ...splitSwaps(
      a,
      b,
      sure.flat().filter(({ method }) => method !== 'anchor'),
    ),
  ];
  const evidence = parts.flat().filter(hasTwoSides);
  const isLoose = kept.length === 0;
  const rest = pairRest(a, b, { settled, evidence, neighbours, isLoose, maxBead });
  const beads = markCrossing([...settled, ...rest]);
  const passages = toPassages(kept);
  return {
    mode: coverOf(kept, a, b) > 0.5 ? 'parallel' : 'comparable',
    reason:
      kept.length > 0
        ? describePassages(passages, beads, a, b)
        : `${explainOverlap(a, b, beads)}${describeChance(extents.length === 0 ? byChance : 0)}`,
    beads,
    passages,
  };
}

function isEndToEnd(extents: readonly Extent[]): boolean {
  const [only] = extents;
  return extents.length === 1 && only !== undefined && only.begins && only.ends;
}

/** In longer texts that are translations, some passage is found. */
const largeText = 2000;

/** Whether what was found, or not found, rules out that the texts are in order. */
function isOutOfOrder(a: StreamInput, b: StreamInput, extents: readonly Extent[]): boolean {
  if (extents.length > 0) return !areInOrder(extents);
  return Math.min(a.stream.sentences.length, b.stream.sentences.length) >= largeText;
}

/** Whether the passages stand in the same order in both texts. */
function areInOrder(extents: readonly Extent[]): boolean {
  return extents.every(
    ({ chain }, at) => at === 0 || chain.fromB > (extents[at - 1]?.chain.toB ?? -1),
  );
}

/**
 * Whether an ordered alignment is trustworthy in all of the passages.
 *
 * @param inside its pairs in each of them
 */
function isGoodInside(
  inside: readonly (readonly Bead[])[],
  ordered: readonly Bead[],
  extents: readonly Extent[],
): boolean {
  const beadOf = new Map<number, Bead>();
  for (const bead of ordered) for (const i of bead.a) beadOf.set(i, bead);
  const seeds = extents.flatMap(({ chain }) => chain.pairs);
  const found = seeds.filter(([i, j]) => beadOf.get(i)?.b.includes(j) === true);
  const pairs = inside.flat();
  const sum = pairs.reduce((total, { confidence }) => total + confidence, 0);
  return found.length >= leastAgreement * seeds.length && sum >= leastConfidence * pairs.length;
}

/** The passages as an ordered alignment has them. */
function cutOut(
  a: StreamInput,
  b: StreamInput,
  inside: readonly (readonly Bead[])[],
  extents: readonly Extent[],
): (readonly Bead[])[] {
  const chapters = readChapters(a, b);
  const parts = extents.map((extent, at) => trimPassage(inside[at]!, extent, chapters));
  return shareOut(parts, chapters);
}

function isInside({ fromA, toA, fromB, toB }: Extent): (bead: Bead) => boolean {
  return (bead) =>
    hasTwoSides(bead) &&
    bead.a[0]! >= fromA &&
    bead.a.at(-1)! <= toA &&
    bead.b[0]! >= fromB &&
    bead.b.at(-1)! <= toB;
}

/** Share of the sentences in passages, on the side where it is smaller. */
function coverOf(parts: readonly (readonly Bead[])[], a: StreamInput, b: StreamInput): number {
  const share = (side: 'a' | 'b', { stream }: StreamInput): number =>
    parts.flat().reduce((sum, bead) => sum + bead[side].length, 0) /
    Math.max(1, stream.sentences.length);
  return Math.min(share('a', a), share('b', b));
}
