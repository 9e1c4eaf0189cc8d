/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */
export const modeFeatures = 17;
/** One weight an input, then the constant. Positive speaks for parallel. */
// prettier-ignore
export const modeWeights: readonly number[] = [-5.4083, 3.413, 1.7117, 9.5415, 12.883, 5.7757, -7.874, 1.8946, -1.6166, -18.528, 5.7627, -2.4348, -1.2645, 1.5435, -0.60226, 8.2402, -7.762, -32.275];
