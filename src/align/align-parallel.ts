import type { Bead } from '../domain.js';
import { planAnchors } from './anchors.js';
import type { Anchor, AnchorPlan } from './anchors.js';
import { weights as shipped } from './data/weights.js';
import { beadProbabilities, bestPath, edgePosteriors } from './lattice.js';
import { pathBeads, weave } from './path-beads.js';
import { readPair } from './reading.js';
import type { FittedWeights, Reading } from './reading.js';
import type { StreamInput } from './stream-input.js';

/** Options of `alignParallel`. */
export interface ParallelOptions {
  /** Beads that are fixed; everything between them is aligned around them. */
  readonly anchors?: readonly Anchor[];
}

/**
 * Aligns two streams that say the same thing in the same order.
 * Every position of both sides stands in exactly one bead; beads ascend, but for anchors that don't.
 *
 * @throws AppError `bad-anchor` for anchors that name a missing sentence or one twice.
 */
export function alignParallel(
  first: StreamInput,
  second: StreamInput,
  options: ParallelOptions = {},
): Bead[] {
  return new ParallelAligner(first, second).align(options.anchors ?? []);
}

/** A reading with the path that is taken through it. */
export interface DecodedReading {
  readonly reading: Reading;
  readonly path: Int32Array;
  readonly probabilities: Float64Array;
}

/** Adds this to the score of an edge that an anchor fixes: no path does without it. */
const FIXED = 1000;

/**
 * Two streams, read once, to be aligned around ever other anchors: with anchors that the texts' own
 * reading has among its beads, aligning again takes milliseconds and changes nothing far from them.
 */
export class ParallelAligner {
  private free: DecodedReading | null = null;

  constructor(
    private readonly first: StreamInput,
    private readonly second: StreamInput,
    /** Others than the program's own are for judging a fit. */
    private readonly weights: FittedWeights = shipped,
  ) {}

  /** As `alignParallel`. */
  align(anchors: readonly Anchor[]): Bead[] {
    const [countA, countB] = [
      this.first.stream.sentences.length,
      this.second.stream.sentences.length,
    ];
    const plan = planAnchors(anchors, countA, countB);
    const { decoded, aside } = this.decode(plan);
    const { reading, path, probabilities } = decoded;
    const beads = pathBeads(reading, path, probabilities, this.weights.confidence);
    const fixed = new Set(anchors.map(keyOf));
    return weave(beads, aside, countA, countB).map((bead) =>
      fixed.has(keyOf(bead)) ? { ...bead, confidence: 1, method: 'anchor' } : bead,
    );
  }

  /** The reading that holds around anchors, and the anchors that it leaves aside. */
  decode(plan: AnchorPlan): { decoded: DecodedReading; aside: readonly Anchor[] } {
    const anchors = [...plan.chain, ...plan.aside];
    // Anchors that are what the aligner would have said change nothing, to the last digit.
    const unbound = this.freeReading();
    if (anchors.length === 0) return { decoded: unbound, aside: [] };
    const names = edgeNames(unbound.reading);
    const edges = anchors.map((anchor) => names.get(keyOf(anchor)));
    const onPath = new Set(unbound.path);
    if (edges.every((list) => list?.some((edge) => onPath.has(edge)))) {
      return { decoded: unbound, aside: [] };
    }
    const known = edges.slice(0, plan.chain.length).flatMap((list) => list?.[0] ?? []);
    if (plan.aside.length === 0 && known.length === anchors.length) {
      return { decoded: condition(unbound.reading, known, this.weights.score.run), aside: [] };
    }
    const bound = readPair(this.first, this.second, plan, this.weights);
    return { decoded: decodeReading(bound, this.weights.score.run), aside: plan.aside };
  }

  private freeReading(): DecodedReading {
    this.free ??= decodeReading(
      readPair(this.first, this.second, planAnchors([], 0, 0), this.weights),
      this.weights.score.run,
    );
    return this.free;
  }
}

function decodeReading(reading: Reading, run: number): DecodedReading {
  return {
    reading,
    probabilities: beadProbabilities(reading.lattice, reading.posteriors),
    path: bestPath(reading.lattice, reading.scores, run),
  };
}

/** The same reading when some of its beads are known to be right. */
function condition(reading: Reading, edges: readonly number[], run: number): DecodedReading {
  const scores = reading.scores.slice();
  for (const edge of edges) scores[edge]! += FIXED;
  const posteriors = edgePosteriors(reading.lattice, scores, run);
  const path = bestPath(reading.lattice, scores, run);
  return { ...decodeReading({ ...reading, posteriors }, run), path };
}

const keyOf = ({ a, b }: Anchor): string => `${a.join()}:${b.join()}`;

/** Edges by their bead; a skip has one at every node where its sentence can be skipped. */
function edgeNames({ lattice, plane }: Reading): Map<string, number[]> {
  const names = new Map<string, number[]>();
  for (let e = 0; e < lattice.edges; e++) {
    const from = lattice.from[e]!;
    const to = lattice.to[e]!;
    const name = keyOf({
      a: [...plane.a.positions.subarray(lattice.rows[from]!, lattice.rows[to]!)],
      b: [...plane.b.positions.subarray(lattice.columns[from]!, lattice.columns[to]!)],
    });
    const list = names.get(name);
    if (list === undefined) names.set(name, [e]);
    else list.push(e);
  }
  return names;
}
