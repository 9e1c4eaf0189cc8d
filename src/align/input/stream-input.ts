import type { Embedding, Stream } from '../../domain.js';

/** The input of the aligners: the sentences of a stream with their vectors, row i for position i. */
export interface StreamInput {
  readonly stream: Stream;
  readonly embedding: Embedding;
  /**
   * Numbers of the known terms that each sentence has, by position: the same number in two streams for what says the
   * same. Absent if nothing is known.
   */
  readonly terms?: readonly (readonly number[])[];
}
