/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */
export const modeFeatures = 17;
/** One weight an input, then the constant. Positive speaks for parallel. */
// prettier-ignore
export const modeWeights: readonly number[] = [-5.4795, 3.3027, 1.5845, 9.11, 15.457, 5.6881, -9.23, 1.3915, -1.4611, -19.276, 3.3713, -1.7232, 0.14312, 2.6114, -1.6757, 8.8408, -6.9697, -34.166];
