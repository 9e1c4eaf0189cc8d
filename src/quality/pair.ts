/** What quality is measured of: two texts that are linked as translations of each other. */

/** One side of a pair. */
export interface QualitySide {
  readonly text: string;
  /** BCP-47: what the text should be in, which is what its stream is in. */
  readonly language: string;
}

/** Two texts that should say the same. */
export interface QualityPair {
  readonly a: QualitySide;
  readonly b: QualitySide;
  /** How many kinds of checks found a difference. */
  readonly checks: number;
}
