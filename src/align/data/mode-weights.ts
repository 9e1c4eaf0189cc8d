/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */
export const modeFeatures = 17;
/** One weight an input, then the constant. Positive speaks for parallel. */
// prettier-ignore
export const modeWeights: readonly number[] = [-5.5652, 3.3084, 1.6083, 7.1592, 13.69, 5.9423, -10.898, 1.1865, -1.1444, -19.103, 3.5682, -1.5229, -0.50695, 2.8014, -1.6096, 8.6401, -6.9351, -30.849];
