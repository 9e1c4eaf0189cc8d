/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */
export const modeFeatures = 17;
/** One weight an input, then the constant. Positive speaks for parallel. */
// prettier-ignore
export const modeWeights: readonly number[] = [-3.0078, 2.6091, 0.83748, 7.3642, 7.3575, 4.7435, -5.0605, 1.0146, -1.4901, -16.119, 4.7377, -1.0966, -0.79265, 1.3105, 0.62063, 5.3296, -3.4072, -24.488];
