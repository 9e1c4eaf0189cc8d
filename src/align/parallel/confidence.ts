import { featureTable } from '../features/feature-table.js';
import { toLogOdds, toProbability } from '../numeric/logistic.js';
import type { Reading } from './reading.js';

/** What a bead's confidence is computed from, fitted by models/aligner/fit-confidence.sh. */
export interface ConfidenceWeights {
  /** The weight of each input, in the order of `confidenceInputNames`. */
  readonly linear: readonly number[];
  /** From the sum of the inputs to log odds: a line that bends at each of the knots, and always rises. */
  readonly shift: number;
  readonly slope: number;
  readonly bends: readonly { readonly knot: number; readonly slope: number }[];
}

/** Features of a bead with two sides that say how close its sides are in meaning. */
const common = [
  ['meaning', 'cosine'],
  ['meaning', 'weakest member'],
  ['meaning', 'below best'],
] as const;
const commonPlaces = common.map(([group, name]) =>
  featureTable.findIndex((feature) => feature.group === group && feature.name === name),
);

/** The inputs of a bead's confidence, in the order of the weights. */
export const confidenceInputNames: readonly string[] = [
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
  ...common.map(([group, name]) => `${group}: ${name}`),
];

/** Where the cosine of the two sides stands among the inputs. */
export const cosineInput = confidenceInputNames.indexOf('meaning: cosine');

/**
 * Log odds are clipped here, far beyond what calibration needs: among sure beads, too, the surer one is more often
 * right, and people go through beads by their confidence.
 */
const leastLogOdds = -8;
const largestLogOdds = 20;
/** Where the line from log odds to confidence bends: the model is surer of itself than it should be. */
const likely = 3;
const sure = 8;
/** Brings the inputs to about 1. */
const unit = 8;

const above = (odds: number, knot: number): number => Math.max(0, odds - knot) / unit;

/** The inputs of every bead of a path, row by row. O(beads). */
export function confidenceInputs(
  { lattice, features }: Pick<Reading, 'lattice' | 'features'>,
  path: Int32Array,
  probabilities: Float64Array,
): Float64Array {
  const width = confidenceInputNames.length;
  const odds = Float64Array.from(path, (edge) =>
    Math.max(leastLogOdds, Math.min(largestLogOdds, toLogOdds(probabilities[edge]!, 1e-9))),
  );
  const inputs = new Float64Array(path.length * width);
  path.forEach((edge, k) => {
    const from = lattice.from[edge]!;
    const to = lattice.to[edge]!;
    const n = lattice.rows[to]! - lattice.rows[from]!;
    const m = lattice.columns[to]! - lattice.columns[from]!;
    const skips = n === 0 || m === 0 ? 1 : 0;
    const several = skips === 0 && n + m > 2 ? 1 : 0;
    const both = n > 1 && m > 1 ? 1 : 0;
    const own = odds[k]!;
    const x = own / unit;
    const beside = Math.min(odds[k - 1] ?? largestLogOdds, odds[k + 1] ?? largestLogOdds);
    const at = k * width;
    inputs.set(
      [1, x, above(own, likely), above(own, sure), skips, skips * x, several, several * x, both],
      at,
    );
    inputs.set([beside / unit, above(beside, sure)], at + 9);
    if (skips === 1) return;
    const all = features.of(edge);
    inputs.set(
      commonPlaces.map((place) => all[place]!),
      at + 11,
    );
  });
  return inputs;
}

/**
 * Calibrated probability that each bead of a path is exactly right, from documents that the score was
 * not fitted on (models/aligner/README.md has the reliability table).
 */
export function calibrate(
  inputs: Float64Array,
  { linear, shift, slope, bends }: ConfidenceWeights,
): Float64Array {
  const width = confidenceInputNames.length;
  return Float64Array.from({ length: inputs.length / width }, (_, k) => {
    let sum = 0;
    for (let f = 0; f < width; f++) sum += linear[f]! * inputs[k * width + f]!;
    let odds = shift + slope * sum;
    for (const bend of bends) odds += bend.slope * Math.max(0, sum - bend.knot);
    return toProbability(odds);
  });
}
