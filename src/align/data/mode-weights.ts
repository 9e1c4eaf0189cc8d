/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */
export const modeFeatures = 18;
/** One weight an input, then the constant. Positive speaks for parallel. */
// prettier-ignore
export const modeWeights: readonly number[] = [-8.1128, 2.7182, 4.9629, 18.965, 6.639, 1.9241, 1.8694, 4.6643, -6.6338, -7.2506, 6.8305, 1.095, 12.325, 3.5069, 2.4006, 1.0322, -15.718, 13.174, -51.716];
