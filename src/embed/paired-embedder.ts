/** A hub model together with the bundled one. */
import type { Embedder } from '../domain.js';

/** The bundled model's vectors and pieces, with the other model's vectors beside them. */
export function pairedEmbedder(bundled: Embedder, other: Embedder): Embedder {
  return {
    id: other.id,
    dimension: bundled.dimension,
    languages: other.languages,
    async embed(texts, options = {}) {
      const own = await bundled.embed(texts, options.pieces ? { pieces: true } : {});
      const { vectors } = await other.embed(
        texts,
        options.onProgress ? { onProgress: options.onProgress } : {},
      );
      return { ...own, second: vectors };
    },
    async close() {
      await Promise.all([bundled.close(), other.close()]);
    },
  };
}
