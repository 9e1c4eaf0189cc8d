import type { Embedding } from '../../domain.js';

/** The memory of vectors, which can be handed over. */
export function buffersOf(embeddings: readonly (Embedding | null)[]): ArrayBuffer[] {
  const arrays = embeddings.flatMap((embedding) => {
    if (embedding === null) return [];
    const { vectors, pieces } = embedding;
    const own = pieces && [pieces.ids, pieces.offsets, pieces.vectors.units, pieces.vectors.norms];
    return [vectors.units, vectors.norms, ...(own ?? [])];
  });
  const buffers = arrays.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
  return [...new Set(buffers)];
}
