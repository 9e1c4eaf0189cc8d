import type { EdgeFeatures } from '../features/edge-features.js';
import { HiddenLayer } from '../numeric/hidden-layer.js';

/**
 * The fitted model (models/aligner/README.md). The score of a bead is linear . f + mean over
 * networks of outer . tanh(inner f + bias).
 */
export interface ScoreWeights {
  /** One weight per feature. */
  readonly linear: readonly number[];
  /** Feature-major: `inner[f * hidden + h]`; networks side by side. */
  readonly inner: readonly number[];
  readonly bias: readonly number[];
  readonly outer: readonly number[];
  /** Added to a skip that follows a skip. */
  readonly run: number;
}

const layers = new WeakMap<ScoreWeights, HiddenLayer>();

/** The layer with these weights, made once. */
function layerOf(weights: ScoreWeights): HiddenLayer {
  const known = layers.get(weights);
  if (known !== undefined) return known;
  const { linear, inner, bias, outer } = weights;
  const layer = new HiddenLayer({
    bias,
    out: outer,
    weightOf: (unit, input) => inner[input * bias.length + unit]!,
    direct: linear,
    start: 0,
  });
  layers.set(weights, layer);
  return layer;
}

/** Scores of beads from their features, row by row. O(beads x features x hidden units). */
export function scoreRows(weights: ScoreWeights, rows: Float32Array): Float64Array {
  return layerOf(weights).run(rows, weights.linear.length);
}

/**
 * Divides a bead's score among its features: integrated gradients (Sundararajan, Taly & Yan 2017)
 * along the straight line from all zeros, in closed form for one hidden layer. The parts and the
 * score of all zeros add up to the score.
 */
export function attributeScore(weights: ScoreWeights, features: ArrayLike<number>): Float64Array {
  const { linear, inner, bias, outer } = weights;
  const hidden = bias.length;
  const ends = new Float64Array(hidden);
  for (let f = 0; f < linear.length; f++) {
    for (let h = 0; h < hidden; h++) ends[h]! += inner[f * hidden + h]! * features[f]!;
  }
  // Mean slope of every hidden unit between all zeros and the bead.
  const slopes = new Float64Array(hidden);
  for (let h = 0; h < hidden; h++) {
    const change = ends[h]!;
    const rise = Math.tanh(bias[h]! + change) - Math.tanh(bias[h]!);
    if (Math.abs(change) > 1e-6) slopes[h] = rise / change;
    else slopes[h] = 1 - Math.tanh(bias[h]!) ** 2;
  }
  return Float64Array.from(linear, (weight, f) => {
    let slope = weight;
    for (let h = 0; h < hidden; h++) slope += outer[h]! * inner[f * hidden + h]! * slopes[h]!;
    return slope * features[f]!;
  });
}

/** Scores of all edges, each including its extra term. */
export function scoreAll(
  weights: ScoreWeights,
  features: EdgeFeatures,
  extra: Float64Array,
): Float64Array {
  const scores = new Float64Array(extra.length);
  features.forEachPart((rows, from) => scores.set(scoreRows(weights, rows), from));
  for (let edge = 0; edge < scores.length; edge++) scores[edge] = extra[edge]! + scores[edge]!;
  return scores;
}
