import type { Embedding } from '../../domain.js';

/** The embedding of a stretch with only those pieces that occur in it, in order of occurrence. O(pieces). */
export function compactPieces(embedding: Embedding): Embedding {
  const { pieces } = embedding;
  if (pieces === null) return embedding;
  const { dimension, units, norms } = pieces.vectors;
  const names = new Int32Array(pieces.texts.length).fill(-1);
  const used: number[] = [];
  const ids = pieces.ids.map((id) => {
    if (names[id]! < 0) names[id] = used.push(id) - 1;
    return names[id]!;
  });
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
