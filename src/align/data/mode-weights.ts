/** Fitted on hand-aligned documents and written by models/aligner/comparable/fit.sh: do not edit. */
export const modeFeatures = 18;
/** One weight an input, then the constant. Positive speaks for parallel. */
// prettier-ignore
export const modeWeights: readonly number[] = [-7.9744, 2.7292, 4.9172, 19.195, 5.3175, 2.0041, 2.138, 4.4759, -6.4103, -7.3804, 6.5838, 1.4557, 13.085, 3.247, 2.6835, 1.3939, -15.876, 13.131, -51.818];
