import type { ConfidenceWeights } from './confidence.js';

/** Fitted on hand-aligned documents and written by models/aligner/fit-confidence.sh: do not edit. */
// prettier-ignore
export const confidenceWeights: ConfidenceWeights = {
  linear: [1.0303, 4.0272, 0.22042, -2.8601, -0.3701, 0.22979, -0.12485, -0.84945, -1.4404, 0.25481, -1.3818, -0.63739, -1.6386, 0.90934, -4.219, -0.47248, 1.6704, -0.19759, 0.67849, -0.8571],
  shift: 0.10625,
  slope: 1.1623,
  bends: [{ knot: 0, slope: -0.18638 }, { knot: 3, slope: 0.099239 }],
};
