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

/** Scores beads from their features. */
export class Scorer {
  readonly #linear: Float64Array;
  readonly #layer: HiddenLayer;

  constructor({ linear, inner, bias, outer }: ScoreWeights) {
    this.#linear = Float64Array.from(linear);
    this.#layer = new HiddenLayer(
      linear.length,
      bias,
      outer,
      (unit, input) => inner[input * bias.length + unit]!,
    );
  }

  /** Score of an edge's features. O(features x hidden units). */
  score(features: Float32Array): number {
    const linear = this.#linear;
    const { inputs } = this.#layer;
    let score = 0;
    for (let f = 0; f < linear.length; f++) {
      const value = features[f]!;
      inputs[f] = value;
      score += linear[f]! * value;
    }
    return this.#layer.add(score);
  }
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
  scorer: Scorer,
  features: EdgeFeatures,
  extra: Float64Array,
): Float64Array {
  return extra.map((added, edge) => added + scorer.score(features.of(edge)));
}
