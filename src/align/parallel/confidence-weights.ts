import type { ConfidenceWeights } from './confidence.js';

/** Fitted on hand-aligned documents and written by models/aligner/fit-confidence.sh: do not edit. */
// prettier-ignore
export const confidenceWeights: ConfidenceWeights = {
  linear: [0.73334, 3.4386, 0.67995, -2.4293, -0.35707, -0.086446, -0.54867, -0.20345, -0.97733, 0.0045674, -0.28776, -1.195, 0.55662, -2.7761],
  shift: 0.048081,
  slope: 1.3948,
  bends: [{ knot: 0, slope: -0.39017 }, { knot: 3, slope: -0.010239 }],
};
