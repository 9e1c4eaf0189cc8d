/**
 * Pairs of sentences that are probably translations of each other, sparse in the plane of two texts:
 * the most distinctive neighbours of each sentence. Sorted by position in a, then in b.
 */
export interface Seeds {
  readonly count: number;
  /** Positions in the first text. */
  readonly a: Int32Array;
  /** Positions in the second text. */
  readonly b: Int32Array;
  /** Log odds that the pair belongs together. */
  readonly odds: Float64Array;
}
