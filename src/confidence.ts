/** The meaning of a row's confidence, for everything that counts, colours or sorts rows by it. */

/** From here on a row counts as correct unless other evidence contradicts it. */
export const sureConfidence = 0.8;

/** Below this a row is more likely wrong than right; summaries and reports count it as doubtful. */
export const doubtfulConfidence = 0.5;

/** How reliable a row is. */
export type ConfidenceLevel = 'sure' | 'fair' | 'doubtful';

/** The level of a confidence between 0 and 1. */
export function confidenceLevel(confidence: number): ConfidenceLevel {
  if (confidence >= sureConfidence) return 'sure';
  return confidence >= doubtfulConfidence ? 'fair' : 'doubtful';
}
