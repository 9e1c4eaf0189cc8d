import type { StreamInput } from '../stream-input.js';

/** A stream of some of a stream's sentences, with their vectors and without pieces. */
export function sliceInput(input: StreamInput, positions: readonly number[]): StreamInput {
  const { stream, embedding } = input;
  const { dimension, units, norms } = embedding.vectors;
  const sliced = new Float32Array(positions.length * dimension);
  positions.forEach((position, at) => {
    sliced.set(units.subarray(position * dimension, (position + 1) * dimension), at * dimension);
  });
  return {
    stream: { ...stream, sentences: positions.map((position) => stream.sentences[position]!) },
    embedding: {
      vectors: {
        count: positions.length,
        dimension,
        units: sliced,
        norms: Float32Array.from(positions, (position) => norms[position]!),
      },
      pieces: null,
    },
  };
}
