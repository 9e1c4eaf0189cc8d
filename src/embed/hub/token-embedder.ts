/** Embeds texts one by one with a hub model, caching vectors for the next run. */
import type { Embedder, Embedding } from '../../domain.js';
import type { VectorCache } from '../../platform/vector-cache.js';
import { emptyRows, oneAtATime, type Identity } from '../runtime/embedder-parts.js';
import type { TokenModel } from './token-model.js';

/** The cache is saved after this many new vectors: a killed run loses no more. */
const savedEvery = 256;

/** @param cache null disables caching */
export function tokenEmbedder(
  identity: Identity,
  model: TokenModel,
  cache: VectorCache | null,
): Embedder {
  const exclusively = oneAtATime();
  const { dimension } = identity;
  const embed = async (
    texts: readonly string[],
    onProgress?: (done: number) => void,
  ): Promise<Embedding> => {
    const rows = emptyRows(texts.length, dimension);
    // A repeated sentence is computed only once.
    const firsts = new Map<string, number>();
    const sames: [number, number][] = [];
    const missing: number[] = [];
    for (const [index, text] of texts.entries()) {
      const first = firsts.get(text);
      if (first !== undefined) sames.push([index, first]);
      else {
        firsts.set(text, index);
        if (!cache?.read(text, rows, index)) missing.push(index);
      }
    }
    let done = texts.length - missing.length;
    if (done > 0) onProgress?.(done);
    try {
      for (let from = 0; from < missing.length; from += savedEvery) {
        await model.embed(texts, missing.slice(from, from + savedEvery), rows, (index) => {
          cache?.add(texts[index] ?? '', rows, index);
          done += 1;
          onProgress?.(done);
        });
        await cache?.save();
      }
    } finally {
      await cache?.save();
    }
    for (const [index, first] of sames) {
      rows.units.copyWithin(index * dimension, first * dimension, (first + 1) * dimension);
      rows.norms[index] = rows.norms[first] ?? 0;
    }
    return { vectors: { count: texts.length, dimension, ...rows }, pieces: null };
  };
  return {
    ...identity,
    embed: (texts, options = {}) => exclusively(() => embed(texts, options.onProgress)),
    close: async () => {
      await cache?.close();
    },
  };
}
