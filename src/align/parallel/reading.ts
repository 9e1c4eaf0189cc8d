import type { AnchorPlan } from '../input/anchors.js';
import { takeOutBackground } from '../vectors/remove-mean.js';
import { readEvidence, withLexicon, type Evidence } from '../evidence/evidence.js';
import { EdgeFeatures } from '../features/edge-features.js';
import { pruneBeads } from '../search/prune-beads.js';
import type { CheapWeights } from '../search/cheap-features.js';
import type { Lattice } from '../search/lattice.js';
import { edgePosteriors, keepEdges } from '../search/paths.js';
import { ParagraphScore } from '../evidence/paragraphs.js';
import { makePlane, type Plane } from '../search/plane.js';
import { scoreAll } from './score.js';
import type { ScoreWeights } from './score.js';
import type { StreamInput } from '../input/stream-input.js';

/** All fitted numbers. */
export interface AlignerWeights {
  readonly cheap: CheapWeights;
  /** Null before the first fit: the first pass then decides alone. */
  readonly score: ScoreWeights | null;
}

/** The weights that the program ships with. */
export interface FittedWeights extends AlignerWeights {
  readonly score: ScoreWeights;
}

/** A fully read pair of streams: every bead worth considering, with its evidence. */
export interface Reading {
  readonly plane: Plane;
  readonly evidence: Evidence;
  readonly lattice: Lattice;
  readonly features: EdgeFeatures;
  /** The contribution of paragraph breaks to the score of each edge. */
  readonly extra: Float64Array;
  readonly scores: Float64Array;
  readonly posteriors: Float64Array;
}

/** How far (in score) a bead's best path may be below the best path to get the full score. */
const firstDelta = 12;
/** Beads with a lower posterior in the first pass are dropped. */
const firstPosterior = 1e-5;
/**
 * Maximum beads per sentence that get the full score; translations have 2 to 7, texts that do not
 * match ten times as many.
 */
const mostEdges = 16;

/**
 * Reads two streams: lays out the plane, prunes it with cheap features, then scores the remaining
 * beads twice with all features, the second time with the terms learned from the first reading.
 * Linear in the number of sentences, except for a passage without a counterpart on both sides.
 *
 * @param maxBead the most sentences on a side of a bead that no anchor fixes; as many as a bead can have by default
 */
export function readPair(
  inputA: StreamInput,
  inputB: StreamInput,
  plan: AnchorPlan,
  weights: AlignerWeights,
  maxBead?: number,
): Reading {
  const [embeddingA, embeddingB] = takeOutBackground(inputA.embedding, inputB.embedding);
  const first: StreamInput = { ...inputA, embedding: embeddingA };
  const second: StreamInput = { ...inputB, embedding: embeddingB };
  const plane = makePlane(first, second, plan);
  const pruned = pruneBeads(plane, weights.cheap, firstDelta, maxBead);
  const { run } = weights.cheap;
  const rough = edgePosteriors(pruned.lattice, pruned.scores, run);
  const least = leastPosterior(rough, mostEdges * (plane.a.count + plane.b.count));
  const kept = keepEdges(pruned, rough, least, run);
  const { lattice, cosines } = kept;
  let { scores } = kept;
  let posteriors = edgePosteriors(lattice, scores, run);
  const scale = cosineScale(lattice, posteriors, cosines);
  const text = readEvidence(first, second, plane, lattice, scale, posteriors);
  // Nothing multiplies rows any more.
  plane.store.close();
  let evidence = withLexicon(text, lattice, posteriors);
  const features = new EdgeFeatures(evidence, lattice);
  const extra = paragraphScores(plane, lattice);
  if (weights.score !== null) {
    const { run } = weights.score;
    scores = scoreAll(weights.score, features, extra);
    posteriors = edgePosteriors(lattice, scores, run);
    evidence = withLexicon(text, lattice, posteriors);
    features.exchangeLexicon(evidence);
    scores = scoreAll(weights.score, features, extra);
    posteriors = edgePosteriors(lattice, scores, run);
  }
  return { plane, evidence, lattice, features, extra, scores, posteriors };
}

/** The posterior above which there are at most `most` beads; at least `firstPosterior`. */
function leastPosterior(posteriors: Float64Array, most: number): number {
  const over = posteriors.filter((posterior) => posterior > firstPosterior);
  return over.length <= most ? firstPosterior : over.sort()[over.length - most - 1]!;
}

/** The mean cosine of correct 1-1 beads to which every document is scaled ... */
const referenceCosine = 0.46;
/** ... and the weight of this prior, in beads. */
const priorBeads = 10;

/**
 * The factor for a document's cosines: correct pairs of distant languages, free translations or
 * other models are less similar than the pairs that the weights were fitted on.
 */
function cosineScale(lattice: Lattice, posteriors: Float64Array, cosines: Float64Array): number {
  const { rows, columns, from, to } = lattice;
  let sum = priorBeads * referenceCosine;
  let count = priorBeads;
  for (let e = 0; e < lattice.edges; e++) {
    if (posteriors[e]! <= 0.5) continue;
    if (rows[to[e]!]! - rows[from[e]!]! !== 1 || columns[to[e]!]! - columns[from[e]!]! !== 1)
      continue;
    sum += cosines[e]!;
    count++;
  }
  return referenceCosine / Math.max(0.15, Math.min(0.9, sum / count));
}

function paragraphScores(plane: Plane, lattice: Lattice): Float64Array {
  const paragraphs = new ParagraphScore(plane);
  const { rows, columns, from, to, fixed } = lattice;
  return Float64Array.from({ length: lattice.edges }, (_, e) => {
    const i = rows[from[e]!]!;
    const j = columns[from[e]!]!;
    const n = rows[to[e]!]! - i;
    const m = columns[to[e]!]! - j;
    return n === 0 || m === 0 || fixed[e] === 1 ? 0 : paragraphs.score(i, n, j, m);
  });
}
