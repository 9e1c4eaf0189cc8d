/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */
export const modeFeatures = 18;
/** One weight an input, then the constant. Positive speaks for parallel. */
// prettier-ignore
export const modeWeights: readonly number[] = [-8.6564, 2.7284, 4.5616, 17.439, 6.4504, 1.5286, 3.8848, 5.3803, -6.4762, -8.5169, 6.3691, 1.6184, 12.396, 2.615, 2.0033, 3.1355, -14.79, 13.677, -49.11];
