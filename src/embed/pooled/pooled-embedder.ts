/** Embeds with a model that pools inside its graph, such as the bundled one. */
import { setImmediate } from 'node:timers/promises';
import type { Embedder, EmbedOptions, Embedding, Pieces } from '../../domain.js';
import { emptyRows, oneAtATime, type Identity } from '../runtime/embedder-parts.js';
import type { PieceIndex } from '../runtime/piece-index.js';
import type { PooledVectors } from './pooled-vectors.js';
import { manyTexts, vectorsOnDemand } from './vectors-on-demand.js';
import type { Tokens, WordTokenizer } from './word-tokenizer.js';

/** Number of texts tokenised and embedded at a time, which bounds the memory. */
const chunkSize = 8192;

/** The tokens are used for both the sentences and the pieces. */
export function pooledEmbedder(
  identity: Identity,
  model: PooledVectors,
  words: WordTokenizer,
  vocabulary: PieceIndex,
  givesPieces: boolean,
): Embedder {
  const exclusively = oneAtATime();
  const embed = async (
    texts: readonly string[],
    { pieces: wantPieces = false, onDemand = false, memory, onProgress }: EmbedOptions,
  ): Promise<Embedding> => {
    const { dimension } = identity;
    const isLater = onDemand && wantPieces && givesPieces && texts.length >= manyTexts;
    const rowsOf = isLater ? model.rowsOf?.bind(model) : undefined;
    // Rows that are made when they are asked for are only measured now, part after part in the same place.
    const rows = rowsOf
      ? { ...emptyRows(chunkSize, dimension), norms: new Float32Array(texts.length) }
      : emptyRows(texts.length, dimension, memory);
    const kept: Tokens[] = [];
    for (let from = 0; from < texts.length; from += chunkSize) {
      const to = Math.min(texts.length, from + chunkSize);
      const tokens = words.tokenize(texts, from, to, texts.length >= chunkSize);
      if (rowsOf) {
        rows.units.fill(0);
        await model.embed(tokens, { ...rows, norms: rows.norms.subarray(from, to) }, 0);
      } else await model.embed(tokens, rows, from);
      if (wantPieces && givesPieces) kept.push(tokens);
      onProgress?.(to);
      await setImmediate();
    }
    let pieces: Pieces | null = null;
    if (wantPieces && givesPieces) {
      const tokens = joinTokens(kept);
      pieces = await model.pieces(tokens, vocabulary, memory);
      if (rowsOf) {
        return { vectors: vectorsOnDemand(rows.norms, dimension, tokens, pieces, rowsOf), pieces };
      }
    }
    return { vectors: { count: texts.length, dimension, ...rows }, pieces };
  };
  return {
    ...identity,
    embed: (texts, options = {}) => exclusively(() => embed(texts, options)),
    close: () => exclusively(() => Promise.resolve(model.close())),
  };
}

function joinTokens(parts: readonly Tokens[]): Tokens {
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const ids = new Int32Array(parts.reduce((sum, part) => sum + part.ids.length, 0));
  const offsets = new Int32Array(parts.reduce((sum, part) => sum + part.offsets.length - 1, 1));
  let token = 0;
  let text = 0;
  for (const part of parts) {
    ids.set(part.ids, token);
    for (let i = 1; i < part.offsets.length; i += 1) {
      text += 1;
      offsets[text] = token + (part.offsets[i] ?? 0);
    }
    token += part.ids.length;
  }
  return { ids, offsets };
}
