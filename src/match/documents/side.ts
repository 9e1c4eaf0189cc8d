/** The documents of one side, as what matching needs of them: vectors, lengths and comparable words. */

/** Documents with their sentences one after the other. Long documents come as blocks of sentences. */
export interface MatchSide {
  /** Number of documents. */
  readonly count: number;
  /** Where the sentences of each document begin; count + 1 entries. */
  readonly offsets: Int32Array;
  readonly dimension: number;
  /** For each document, one unit row per sentence, as 16-bit integers (1 is 2^14), row-major. */
  readonly rows: readonly Int16Array[];
  /** Characters of each sentence. */
  readonly lengths: Float32Array;
  /** The distinct comparable words of each document, ascending. */
  readonly terms: readonly Int32Array[];
  /** The words of each short document, as rows of the run's table; none of the others. Absent if the model has no vectors of words. */
  readonly words?: readonly Int32Array[];
  /** What the name of each document shares with that of its translation; absent if names do not count. */
  readonly names?: readonly string[];
}

/** Weight of a sentence in its document: a long one says more, but not in proportion. */
export function sentenceWeight(length: number): number {
  return Math.sqrt(length);
}

/** Characters of a document. */
export function documentLength({ offsets, lengths }: MatchSide, document: number): number {
  let total = 0;
  for (let at = offsets[document] ?? 0; at < (offsets[document + 1] ?? 0); at++)
    total += lengths[at] ?? 0;
  return total;
}
