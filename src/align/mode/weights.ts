/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */
export const modeFeatures = 18;
/** One weight an input, then the constant. Positive speaks for parallel. */
// prettier-ignore
export const modeWeights: readonly number[] = [-14.076, 2.3387, 5.6022, 22.716, 8.5812, 2.721, 0.7426, -1.5479, -1.3294, -6.0921, 1.2538, -0.51276, 1.5045, -0.46923, 0.97567, 2.6152, -16.351, 13.017, -37.736];
