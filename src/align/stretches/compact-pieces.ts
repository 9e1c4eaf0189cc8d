import type { Embedding } from '../../domain.js';
import { numberPieces } from '../../text/number-pieces.js';

/** The embedding of a stretch with only those pieces that occur in it, in order of occurrence. O(pieces). */
export function compactPieces(embedding: Embedding): Embedding {
  const { pieces } = embedding;
  if (pieces === null) return embedding;
  const { dimension, units, norms } = pieces.vectors;
  const { ids, pieces: used } = numberPieces(pieces.ids, pieces.texts.length);
  const rows = new Float32Array(used.length * dimension);
  used.forEach((id, at) => {
    rows.set(units.subarray(id * dimension, (id + 1) * dimension), at * dimension);
  });
  return {
    ...embedding,
    pieces: {
      ...pieces,
      ids,
      texts: used.map((id) => pieces.texts[id]!),
      vectors: {
        count: used.length,
        dimension,
        units: rows,
        norms: Float32Array.from(used, (id) => norms[id]!),
      },
    },
  };
}
