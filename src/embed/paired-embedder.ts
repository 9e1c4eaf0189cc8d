/** A model with the bundled one beside it. */
import type { Embedder } from '../domain.js';
import { AppError } from '../errors.js';

/**
 * Gives the other model's vectors and, where pieces are asked for, what the bundled model knows of the
 * same sentences: the aligners' weights were fitted on it. An installation without the bundled model
 * does without.
 *
 * @param loadBundled called on the first such request; its errors are passed on, but for
 *   `model-not-found`
 */
export function pairedEmbedder(other: Embedder, loadBundled: () => Promise<Embedder>): Embedder {
  let loading: Promise<Embedder | null> | null = null;
  return {
    ...other,
    async embed(texts, options = {}) {
      if (!options.pieces) return other.embed(texts, options);
      loading ??= loadBundled().catch((error: unknown) => {
        if (error instanceof AppError && error.code === 'model-not-found') return null;
        throw error;
      });
      const bundled = await (await loading)?.embed(texts, { pieces: true });
      const embedding = await other.embed(texts, options);
      return bundled === undefined ? embedding : { ...embedding, bundled };
    },
    async close() {
      await other.close();
      // A failure to load was reported by the call that needed it.
      await (await loading?.catch(() => null))?.close();
    },
  };
}
