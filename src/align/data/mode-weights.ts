/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */
export const modeFeatures = 17;
/** One weight an input, then the constant. Positive speaks for parallel. */
// prettier-ignore
export const modeWeights: readonly number[] = [0,0,0,4,2,0,-2,0,0,0,0,3,0,2,2,0,0,-7];
