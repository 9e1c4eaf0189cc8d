/** A rectangle of the plane of two texts; positions, both ends included. */
export interface Rectangle {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/** A chain of seeds that runs through both texts in order: the skeleton of a passage. */
export interface Chain extends Rectangle {
  /** Score of the chain that it was cut from: log odds, links, less what was skipped. */
  readonly score: number;
  /** Sentences of the first text that have a seed in it. */
  readonly seeds: number;
  /** The pairs of sentences of its seeds, in order. */
  readonly pairs: readonly (readonly [a: number, b: number])[];
  /** Log odds and links of its own seeds together. */
  readonly evidence: number;
}

/** Evidence per sentence, on the side with more sentences. */
export function evidenceRate({ fromA, toA, fromB, toB, evidence }: Chain): number {
  return evidence / Math.max(toA - fromA + 1, toB - fromB + 1);
}
