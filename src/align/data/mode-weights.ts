/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */
export const modeFeatures = 17;
/** One weight an input, then the constant. Positive speaks for parallel. */
// prettier-ignore
export const modeWeights: readonly number[] = [-2.9738, 2.247, 0.75896, 7.812, 6.1154, 4.539, -8.2733, 2.2139, -1.4053, -15.725, 1.9469, 0.55831, 0.22896, 4.6929, -0.2675, 5.8281, -2.9494, -25.461];
