import { toLogOdds, toProbability } from '../numeric/logistic.js';
import { Kind, kindsOf } from '../search/lattice.js';
import type { Lattice } from '../search/lattice.js';

/** The inputs of a bead's confidence, in the order of the weights. */
export const confidenceInputNames = [
  'one',
  'log odds',
  'log odds, likely',
  'log odds, sure',
  'skipped',
  'skipped x log odds',
  'several on one side',
  'several on one side x log odds',
  'several on both sides',
  'doubt beside',
  'doubt beside, sure',
] as const;

/**
 * Log odds are clipped here. Far beyond what calibration needs: among sure beads, too, the surer one is more often
 * right, and people walk through beads by their confidence.
 */
const leastLogOdds = -8;
const largestLogOdds = 20;
/** Where the line from log odds to confidence bends: the model is surer of itself than it should be. */
const likely = 3;
const sure = 8;
/** Brings the inputs to about 1. */
const unit = 8;

const logOdds = (probability: number): number =>
  Math.max(leastLogOdds, Math.min(largestLogOdds, toLogOdds(probability, 1e-9)));
const above = (odds: number, knot: number): number => Math.max(0, odds - knot) / unit;

/** The inputs of every bead of a path, row by row. O(beads). */
export function confidenceInputs(
  lattice: Lattice,
  path: Int32Array,
  probabilities: Float64Array,
): Float64Array {
  const width = confidenceInputNames.length;
  const kinds = kindsOf(lattice);
  const odds = Float64Array.from(path, (edge) => logOdds(probabilities[edge]!));
  const inputs = new Float64Array(path.length * width);
  path.forEach((edge, k) => {
    const from = lattice.from[edge]!;
    const to = lattice.to[edge]!;
    const n = lattice.rows[to]! - lattice.rows[from]!;
    const m = lattice.columns[to]! - lattice.columns[from]!;
    const skips = kinds[edge] !== Kind.bead ? 1 : 0;
    const several = skips === 0 && n + m > 2 ? 1 : 0;
    const own = odds[k]!;
    const x = own / unit;
    const beside = Math.min(odds[k - 1] ?? largestLogOdds, odds[k + 1] ?? largestLogOdds);
    const both = n > 1 && m > 1 ? 1 : 0;
    inputs.set(
      [1, x, above(own, likely), above(own, sure), skips, skips * x, several, several * x, both],
      k * width,
    );
    inputs.set([beside / unit, above(beside, sure)], k * width + 9);
  });
  return inputs;
}

/**
 * Calibrated probability that each bead of a path is exactly right: logistic regression on
 * documents that the score was not fitted on (models/aligner/README.md has the reliability table).
 */
export function calibrate(inputs: Float64Array, weights: readonly number[]): Float64Array {
  const width = confidenceInputNames.length;
  return Float64Array.from({ length: inputs.length / width }, (_, k) => {
    let sum = 0;
    for (let f = 0; f < width; f++) sum += weights[f]! * inputs[k * width + f]!;
    return toProbability(sum);
  });
}
