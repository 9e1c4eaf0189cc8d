/** Pairs of documents, by the first and then the second. */
export interface Candidates {
  readonly a: Int32Array;
  readonly b: Int32Array;
}
