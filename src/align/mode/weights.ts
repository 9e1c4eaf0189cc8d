/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */
export const modeFeatures = 18;
/** One weight an input, then the constant. Positive speaks for parallel. */
// prettier-ignore
export const modeWeights: readonly number[] = [-14.814, 2.327, 5.7296, 17.621, 4.9293, 3.3401, -0.13333, -1.5199, -1.5034, -6.2023, 0.37779, 3.2909, 0.81265, -1.9932, 1.6325, 1.3649, -14.922, 13.049, -30.486];
