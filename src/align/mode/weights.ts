/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */
export const modeFeatures = 18;
/** One weight an input, then the constant. Positive speaks for parallel. */
// prettier-ignore
export const modeWeights: readonly number[] = [-14.777, 2.3983, 5.6626, 20.326, 5.8191, 3.3879, 1.2273, -1.8587, -0.92651, -6.0159, 0.75016, 1.9821, -1.1238, 0.34402, 0.88081, 2.2906, -15.741, 12.958, -33.522];
