import type { Embedding, Stream } from '../../domain.js';

/** The input of the aligners: the sentences of a stream with their vectors, row i for position i. */
export interface StreamInput {
  readonly stream: Stream;
  readonly embedding: Embedding;
}
