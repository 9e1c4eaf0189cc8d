/** What a row's confidence means to people, for all who count, colour or queue rows by it. */

/** From here on a row is taken to be right unless something else speaks against it. */
export const sureConfidence = 0.8;

/** Below this a row is more likely wrong than right: summaries and reports count such rows as doubtful. */
export const doubtfulConfidence = 0.5;

/** How far a row can be relied on. */
export type ConfidenceLevel = 'sure' | 'fair' | 'doubtful';

/** The level that a confidence from 0 to 1 stands for. */
export function confidenceLevel(confidence: number): ConfidenceLevel {
  if (confidence >= sureConfidence) return 'sure';
  return confidence >= doubtfulConfidence ? 'fair' : 'doubtful';
}
