import type { Bead } from '../../domain.js';
import { planAnchors, planStreamAnchors } from '../input/anchors.js';
import type { Anchor, AnchorPlan } from '../input/anchors.js';
import { beadKey, shiftBead } from '../input/bead-positions.js';
import { weights as shipped } from './weights.js';
import { beadProbabilities, bestPath, edgePosteriors } from '../search/paths.js';
import { pathBeads, weave } from './path-beads.js';
import { readPair } from './reading.js';
import { splitAtChapters } from './split-at-chapters.js';
import { windowsAround } from './windows.js';
import type { Window } from './windows.js';
import type { FittedWeights, Reading } from './reading.js';
import { alignInStretches, type AlignStretches } from '../stretches/align-in-stretches.js';
import { placesToCut, type StretchInput } from '../stretches/cut-stretches.js';
import type { StreamInput } from '../input/stream-input.js';
import { sliceSentences } from '../input/pick-sentences.js';

/** Options of `alignParallel`. */
export interface ParallelOptions {
  /** Fixed beads; everything between them is aligned around them. */
  readonly anchors?: readonly Anchor[];
  /** The most sentences on a side of a bead that no anchor fixes. */
  readonly maxBead?: number | undefined;
  /** Aligns the parts of long texts, side by side; one after the other by default. */
  readonly alignStretches?: AlignStretches | undefined;
}

/** What a `ParallelAligner` may be given. */
export interface AlignerOptions extends Pick<ParallelOptions, 'maxBead' | 'alignStretches'> {
  /** Other weights than the default are for evaluating a fit. */
  readonly weights?: FittedWeights;
}

/**
 * Aligns two streams that say the same thing in the same order. Every position of both sides is in
 * exactly one bead. Beads ascend, except for anchors that do not.
 *
 * @throws AppError `bad-anchor` if an anchor names a missing sentence, or two name the same one.
 */
export function alignParallel(
  first: StreamInput,
  second: StreamInput,
  options: ParallelOptions = {},
): Bead[] {
  const { anchors = [], maxBead, alignStretches } = options;
  return new ParallelAligner(first, second, { maxBead, alignStretches }).align(anchors);
}

/** Aligns a part of long texts, which is not cut any further. */
export function alignStretch(
  { first, second, anchors, maxBead }: StretchInput,
  weights: FittedWeights = shipped,
): Bead[] {
  return new ParallelAligner(first, second, { weights, maxBead }).alignWhole(anchors);
}

/** A reading with the path chosen through it. */
export interface DecodedReading {
  readonly reading: Reading;
  readonly path: Int32Array;
  readonly probabilities: Float64Array;
}

/** Added to the score of an edge that an anchor fixes, so every path contains it. */
const fixedBonus = 1000;

/**
 * Two streams, read once, to be aligned repeatedly around different anchors. If the reading of the
 * texts already contains the anchors' beads, aligning again takes milliseconds and changes nothing
 * far from them.
 */
export class ParallelAligner {
  #free: DecodedReading | null = null;
  readonly #first: StreamInput;
  readonly #second: StreamInput;
  readonly #weights: FittedWeights;
  readonly #maxBead: number | undefined;
  readonly #alignStretches: AlignStretches;

  constructor(first: StreamInput, second: StreamInput, options: AlignerOptions = {}) {
    const { weights = shipped, maxBead, alignStretches } = options;
    this.#first = first;
    this.#second = second;
    this.#weights = weights;
    this.#maxBead = maxBead;
    this.#alignStretches =
      alignStretches ??
      ((stretches) => stretches.map(({ input }) => alignStretch(input(), weights)));
  }

  /** As `alignParallel`. */
  align(anchors: readonly Anchor[]): Bead[] {
    const plan = planStreamAnchors(anchors, this.#first, this.#second);
    const beads = this.#around(plan, this.#withKnown(plan), anchors);
    const fixed = new Set(anchors.map(beadKey));
    const marked = beads.map((bead): Bead =>
      fixed.has(beadKey(bead)) ? { ...bead, confidence: 1, method: 'anchor' } : bead,
    );
    return splitAtChapters(this.#first, this.#second, marked);
  }

  /** The reading around anchors, as far as the texts' own reading contains them. */
  decode(plan: AnchorPlan): DecodedReading {
    // Anchors that the alignment already contains change nothing, to the last digit.
    const unbound = this.#freeReading();
    if (plan.chain.length === 0) return unbound;
    const names = edgeNames(unbound.reading);
    const onPath = new Set(unbound.path);
    const edges = plan.chain.flatMap((anchor) => names.get(beadKey(anchor))?.[0] ?? []);
    if (edges.every((edge) => onPath.has(edge))) return unbound;
    return condition(unbound.reading, edges, this.#weights.score.run);
  }

  #withKnown(plan: AnchorPlan): Bead[] {
    const places = placesToCut(this.#first, this.#second);
    return places.length === 0
      ? this.#whole(plan)
      : alignInStretches(this.#first, this.#second, places, {
          anchors: plan.chain,
          maxBead: this.#maxBead,
          align: this.#alignStretches,
        });
  }

  /** As `align`, with anchors in order, whatever the length of the texts. */
  alignWhole(anchors: readonly Anchor[]): Bead[] {
    const plan = planStreamAnchors(anchors, this.#first, this.#second);
    return this.#around(plan, this.#whole(plan), anchors);
  }

  #whole(plan: AnchorPlan): Bead[] {
    return this.#beadsOf(this.decode(plan), [], ...this.#counts());
  }

  #beadsOf(
    { reading, path, probabilities }: DecodedReading,
    aside: readonly Anchor[],
    countA: number,
    countB: number,
  ): Bead[] {
    const beads = pathBeads(reading, path, probabilities);
    return weave(beads, aside, countA, countB);
  }

  /** Aligns again around those anchors that an alignment does not contain. */
  #around(plan: AnchorPlan, base: Bead[], anchors: readonly Anchor[]): Bead[] {
    const have = new Set(base.map(beadKey));
    const others = anchors.filter((anchor) => !have.has(beadKey(anchor)));
    if (others.length === 0) return base;
    const { run } = this.#weights.score;
    const inChain = new Set(plan.chain);
    // An anchor out of order is removed on each side, at its own place.
    const local = (anchor: Anchor): Anchor[] =>
      inChain.has(anchor)
        ? [anchor]
        : [
            { a: anchor.a, b: [] },
            { a: [], b: anchor.b },
          ].filter(isSomething);
    const windows = windowsAround(base, others.flatMap(local));
    if (windows === null) {
      const reading = readPair(this.#first, this.#second, plan, this.#weights, this.#maxBead);
      return this.#beadsOf(decodeReading(reading, run), plan.aside, ...this.#counts());
    }
    const kept = base.filter((bead) => !windows.some((window) => isInside(window, bead)));
    const parts = [...plan.chain, ...plan.aside].flatMap(local);
    const aligned = windows.flatMap((window) => {
      const inside = parts.filter((anchor) => isInside(window, anchor));
      const [a, b] = [window.a[0], window.b[0]];
      const [first, second] = [
        sliceSentences(this.#first, window.a),
        sliceSentences(this.#second, window.b),
      ];
      const counts = [window.a[1] - a, window.b[1] - b] as const;
      const own = planStreamAnchors(
        inside.map((anchor) => shiftBead(anchor, -a, -b)),
        first,
        second,
      );
      const reading = readPair(first, second, own, this.#weights, this.#maxBead);
      const beads = this.#beadsOf(decodeReading(reading, run), own.aside, ...counts);
      return beads.map((bead) => shiftBead(bead, a, b));
    });
    const taken = new Set(plan.aside.flatMap(local).map(beadKey));
    const rest = [...kept, ...aligned].filter((bead) => !taken.has(beadKey(bead)));
    return weave(rest, plan.aside, ...this.#counts());
  }

  #counts(): readonly [number, number] {
    return [this.#first.stream.sentences.length, this.#second.stream.sentences.length];
  }

  #freeReading(): DecodedReading {
    this.#free ??= decodeReading(
      readPair(this.#first, this.#second, planAnchors([], 0, 0), this.#weights, this.#maxBead),
      this.#weights.score.run,
    );
    return this.#free;
  }
}

function decodeReading(reading: Reading, run: number): DecodedReading {
  return {
    reading,
    probabilities: beadProbabilities(reading.lattice, reading.posteriors),
    path: bestPath(reading.lattice, reading.scores, run),
  };
}

/** The same reading, given that some of its beads are known to be right. */
function condition(reading: Reading, edges: readonly number[], run: number): DecodedReading {
  const scores = reading.scores.slice();
  for (const edge of edges) scores[edge]! += fixedBonus;
  const posteriors = edgePosteriors(reading.lattice, scores, run);
  const path = bestPath(reading.lattice, scores, run);
  return { ...decodeReading({ ...reading, posteriors }, run), path };
}

const isSomething = ({ a, b }: Anchor): boolean => a.length + b.length > 0;

function isInside(window: Window, { a, b }: Anchor): boolean {
  const within = (position: number, [from, to]: readonly [number, number]): boolean =>
    position >= from && position < to;
  return a.every((i) => within(i, window.a)) && b.every((j) => within(j, window.b));
}

/** Edges by bead; a skip has one at every node where its sentence can be skipped. */
function edgeNames({ lattice, plane }: Reading): Map<string, number[]> {
  const names = new Map<string, number[]>();
  for (let e = 0; e < lattice.edges; e++) {
    const from = lattice.from[e]!;
    const to = lattice.to[e]!;
    const name = beadKey({
      a: [...plane.a.positions.subarray(lattice.rows[from]!, lattice.rows[to]!)],
      b: [...plane.b.positions.subarray(lattice.columns[from]!, lattice.columns[to]!)],
    });
    const list = names.get(name);
    if (list === undefined) names.set(name, [e]);
    else list.push(e);
  }
  return names;
}
