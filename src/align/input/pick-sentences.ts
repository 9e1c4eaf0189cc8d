import type { Embedding, Vectors } from '../../domain.js';
import { pickRows } from '../vectors/pick-rows.js';
import { rowsBetween } from '../vectors/rows-between.js';
import type { StreamInput } from './stream-input.js';

/** A stream of some of a stream's sentences, with vectors but without pieces. */
export function pickSentences(input: StreamInput, positions: readonly number[]): StreamInput {
  const { stream, embedding } = input;
  return {
    ...(input.terms && { terms: positions.map((position) => input.terms?.[position] ?? []) }),
    stream: { ...stream, sentences: positions.map((position) => stream.sentences[position]!) },
    embedding: {
      vectors: pickRows(embedding.vectors, positions),
      pieces: null,
    },
  };
}

/** A stretch of a stream with its vectors; nothing is recomputed. */
export function sliceSentences(
  input: StreamInput,
  [from, to]: readonly [number, number],
): StreamInput {
  const { stream, embedding } = input;
  return {
    ...(input.terms && { terms: input.terms.slice(from, to) }),
    stream: { ...stream, sentences: stream.sentences.slice(from, to) },
    embedding: sliceEmbedding(embedding, from, to),
  };
}

function sliceEmbedding({ vectors, pieces }: Embedding, from: number, to: number): Embedding {
  const start = pieces?.offsets[from] ?? 0;
  return {
    vectors: sliceVectors(vectors, from, to),
    pieces: pieces && {
      ...pieces,
      ...(pieces.sums && { sums: sliceVectors(pieces.sums, from, to) }),
      ids: pieces.ids.subarray(start, pieces.offsets[to]),
      offsets: pieces.offsets.slice(from, to + 1).map((offset) => offset - start),
    },
  };
}

/** Rows of vectors that stand one after the other. */
export function sliceVectors(vectors: Vectors, from: number, to: number): Vectors {
  return {
    count: to - from,
    dimension: vectors.dimension,
    units: rowsBetween(vectors, from, to),
    norms: vectors.norms.subarray(from, to),
  };
}
