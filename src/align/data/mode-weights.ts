/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */
export const modeFeatures = 17;
/** One weight an input, then the constant. Positive speaks for parallel. */
// prettier-ignore
export const modeWeights: readonly number[] = [-4.3347, 3.5305, 1.4324, 11.058, 14.78, 6.548, -7.1905, 2.6943, -1.8955, -19.201, 6.4031, -1.7237, -0.5376, 0.22703, -0.92663, 8.2183, -6.904, -36.499];
