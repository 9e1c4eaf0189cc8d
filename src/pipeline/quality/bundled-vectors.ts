import type { Embedder, Embedding } from '../../domain.js';
import { isBundled, loadEmbedder } from '../../embed/embedder.js';

/** Embeds texts, with their pieces. */
export type EmbedTexts = (texts: readonly string[]) => Promise<Embedding>;

let loading: Promise<Embedder> | undefined;

/**
 * Vectors of the bundled model, whatever model aligned the texts: quality was fitted to them, and so does not depend
 * on the choice. Loaded once in a process. Rejects as `loadEmbedder`.
 */
export const bundledVectors: EmbedTexts = async (texts) => {
  loading ??= loadEmbedder();
  return (await loading).embed(texts, { pieces: true });
};

/** The same vectors; a model that is loaded is not loaded again, if it is the bundled one. */
export function bundledVectorsBeside(loaded: Embedder): EmbedTexts {
  return isBundled(loaded) ? (texts) => loaded.embed(texts, { pieces: true }) : bundledVectors;
}
